#pragma once

#include "gradus/decisions/advice.hpp"

#include <string>
#include <string_view>

namespace gradus::decisions {

// The sentences of the advice on certificates, without its reasoning.

inline constexpr std::string_view nothing_to_ask = "Nothing is left to ask it of.";

// "1,250", "7.5".
[[nodiscard]] std::string plain(double number);
// "300 USD".
[[nodiscard]] std::string usd_words(double amount);
// "300 USD", or "price unknown".
[[nodiscard]] std::string price_words(const Certificate& certificate);
// "50 to 60 h", "about 60 h", or "hours unknown".
[[nodiscard]] std::string hours_words(const Certificate& certificate);
// "retired since 2025-03-31; dp-700 follows it".
[[nodiscard]] std::string retired_words(const Certificate& certificate);
// Why there is none, by the step that left none.
[[nodiscard]] std::string none_words(std::string_view step);
// What would give the shortest preparation its hours.
[[nodiscard]] std::string weeks_needed(const Certificate& certificate,
                                       const CertificateCase& asked);
// When the next ones are due, and by what to choose.
[[nodiscard]] std::string next_words(const CertificateCatalogue& catalogue, const Words& next,
                                     bool employed);

}  // namespace gradus::decisions
