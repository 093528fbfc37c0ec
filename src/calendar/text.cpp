#include "calendar/text.hpp"

#include <algorithm>

namespace gradus::calendar {

std::string quoted(std::string_view text) {
  return '"' + std::string{text} + '"';
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = std::min(value * 10 + (c - '0'), most_readable);
  }
  return value;
}

std::string padded(std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  const std::size_t missing = width - std::min(width, digits.size());
  return std::string(missing, '0') + digits;
}

}  // namespace gradus::calendar
