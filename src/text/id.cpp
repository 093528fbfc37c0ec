#include "gradus/text/id.hpp"

#include "gradus/calendar/lower.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::text {
namespace {

bool is_small_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// In lower case, with a hyphen for each run of characters that are not kept.
template <class Keep>
std::string hyphened(std::string_view text, Keep keep) {
  std::string result;
  for (const char c : text) {
    const char small = lower(c);
    if (keep(small))
      result += small;
    else if (!result.empty() && result.back() != '-')
      result += '-';
  }
  if (result.ends_with('-')) result.pop_back();
  return result;
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.front() != '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || is_small_letter_or_digit(c); });
}

Error not_an_id(std::string_view text) {
  return Error{fmt::format("\"{}\" is not an id", text),
               "an id has only lower-case letters, digits and hyphens, such as window-functions"};
}

std::string as_id(std::string_view text) {
  constexpr std::size_t longest = 60;
  return hyphened(text.substr(0, longest), is_small_letter_or_digit);
}

std::string folded(std::string_view text) {
  return hyphened(text, [](char c) {
    return is_small_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace gradus::text
