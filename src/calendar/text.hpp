#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// The ASCII letters in lower case; all else as it is.
[[nodiscard]] std::string lower(std::string_view text);

// What the user typed, as messages show it.
[[nodiscard]] std::string quoted(std::string_view text);

// Without the spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// The number when the text is nothing but decimal digits, at least one. Larger numbers than
// most_readable come out as most_readable, so that callers may add and multiply by 60 or 1440.
inline constexpr std::int64_t most_readable = 1'000'000'000'000;
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

// With zeros before it up to the width; value is not negative.
[[nodiscard]] std::string padded(std::int64_t value, std::size_t width);

}  // namespace gradus::calendar
