#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/views.hpp"

#include <string>
#include <string_view>

namespace gradus::report {

// What the last paragraph of every letter begins with.
inline constexpr std::string_view letter_closing = "All of this is the learner's own log";

// A letter to a mentor, for mail too: tables and bars, no pictures.
[[nodiscard]] Document view(const insight::Letter& letter, const ReportHead& head = {});
[[nodiscard]] std::string json(const insight::Letter& letter, const ReportHead& head = {});

}  // namespace gradus::report
