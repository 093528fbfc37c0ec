#include "cli/option_values.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace gradus::cli {

long read_number(const std::string& option, const std::string& text, long least, long most) {
  long number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed == std::errc{} && stop == end && number >= least && number <= most) return number;
  throw Error(
      fmt::format("{} \"{}\" is not a whole number from {} to {}", option, text, least, most),
      fmt::format("such as {} {}", option, std::max(least, std::min(most, 7L))));
}

double read_decimal(const std::string& option, const std::string& text,
                    const std::string& example) {
  double number = 0;
  const char* end = text.data() + text.size();
  const bool plain = text.find_first_not_of("-0123456789.") == std::string::npos;
  const auto [stop, failed] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (plain && failed == std::errc{} && stop == end) return number;
  throw Error(fmt::format("{} \"{}\" is not a number", option, text),
              "write it in digits, such as " + example);
}

std::optional<std::string> given(const std::string& option) {
  if (option.empty()) return std::nullopt;
  return option;
}

double read_exam_score(const std::string& option, const std::string& text) {
  const double score = read_decimal(option, text, "0.74 or 74");
  if (score >= 0 && score <= 1) return score;
  if (score > 1 && score <= 100) return score / 100;
  throw Error(fmt::format("{} \"{}\" is not a score", option, text),
              "write 0.74 or 74 for 74 of 100");
}

}  // namespace gradus::cli
