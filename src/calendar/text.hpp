#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// User input as messages show it.
[[nodiscard]] std::string quoted(std::string_view text);

// Without the spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// The number if the text is all decimal digits (at least one), else nullopt. Numbers above
// most_readable are clamped to it, so that callers may add and multiply by 60 or 1440.
inline constexpr std::int64_t most_readable = 1'000'000'000'000;
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

// Zero-padded on the left to the width; value is not negative.
[[nodiscard]] std::string padded(std::int64_t value, std::size_t width);

}  // namespace gradus::calendar
