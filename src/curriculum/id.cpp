#include "gradus/curriculum/id.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

bool is_small_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && text.front() != '-' &&
         std::ranges::all_of(text, [](char c) { return c == '-' || is_small_letter_or_digit(c); });
}

Error not_an_id(std::string_view text) {
  return Error{fmt::format("\"{}\" is not an id", text),
               "an id is made of small letters, digits and hyphens, as in window-functions"};
}

}  // namespace gradus::curriculum
