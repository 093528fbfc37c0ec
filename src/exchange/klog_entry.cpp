#include "exchange/klog_entry.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace gradus::exchange::klog {
namespace {

constexpr std::string_view decimal_digits = "0123456789";

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::string_view take_until(std::string_view& text, std::string_view stops) {
  const auto part = text.substr(0, text.find_first_of(stops));
  text.remove_prefix(part.size());
  return part;
}

void pass_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

// A number at the front, of at most so many digits; nullopt when there are none, or more.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  const auto size = std::min(text.find_first_not_of(decimal_digits), text.size());
  if (size == 0 || size > most) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

// An hour of the 12-hour clock in 24-hour time; nullopt for other hours.
std::optional<int> of_twelve(int hour, bool after_noon) {
  if (hour < 1 || hour > 12) return std::nullopt;
  return hour % 12 + (after_noon ? 12 : 0);
}

bool is_tag_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_tag_word(std::string_view& text) {
  const auto* const end = std::ranges::find_if_not(text, is_tag_byte);
  const auto word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  return word;
}

// After the = of a tag.
std::string_view take_tag_value(std::string_view& text) {
  for (const std::string_view quote : {"\"", "'"}) {
    const auto close = text.starts_with(quote) ? text.find(quote, 1) : text.npos;
    if (close == text.npos) continue;
    const auto value = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    return value;
  }
  return take_tag_word(text);
}

std::optional<Value> take_range(std::string_view& line) {
  const auto start = parse_time(take_until(line, "- "));
  pass_spaces(line);
  if (!start || !take(line, "-")) return std::nullopt;
  pass_spaces(line);
  const auto word = take_until(line, " \t");
  if (!word.empty() && word.find_first_not_of('?') == word.npos)
    return Value{Value::Kind::open_range, Minutes{0}, *start};
  const auto end = parse_time(word);
  if (!end) return std::nullopt;
  if (*end < *start) return Value{Value::Kind::backward_range, Minutes{0}, *start};
  return Value{Value::Kind::range, *end - *start, *start};
}

}  // namespace

std::optional<Minutes> parse_duration(std::string_view text) {
  constexpr std::size_t most_digits = 6;
  const bool negative = take(text, "-");
  if (!negative) take(text, "+");
  std::optional<int> hours;
  std::optional<int> minutes;
  for (auto rest = text; const auto number = take_number(rest, most_digits);) {
    if (!hours && !minutes && take(rest, "h")) {
      hours = number;
    } else if (!minutes && take(rest, "m")) {
      minutes = number;
    } else {
      return std::nullopt;
    }
    text = rest;
  }
  if (!text.empty() || (!hours && !minutes) || (hours && minutes.value_or(0) > 59))
    return std::nullopt;
  const Minutes length = std::chrono::hours{hours.value_or(0)} + Minutes{minutes.value_or(0)};
  return negative ? -length : length;
}

std::optional<Minutes> parse_time(std::string_view text) {
  const bool before = take(text, "<");
  auto hour = take_number(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto left = text.size();
  const auto minute = take_number(text, 2);
  if (!minute || left - text.size() != 2 || *minute > 59) return std::nullopt;
  if (take(text, "am")) {
    hour = of_twelve(*hour, false);
  } else if (take(text, "pm")) {
    hour = of_twelve(*hour, true);
  }
  const bool after = take(text, ">");
  if (!hour || !text.empty() || (before && after)) return std::nullopt;
  if (*hour > 24 || (*hour == 24 && (*minute > 0 || after))) return std::nullopt;
  const auto shift = before ? -calendar::day_length : after ? calendar::day_length : Minutes{0};
  return std::chrono::hours{*hour} + Minutes{*minute} + shift;
}

std::optional<Value> take_value(std::string_view& line) {
  auto rest = line;
  std::optional<Value> value;
  if (const auto minutes = parse_duration(take_until(rest, " \t"))) {
    value = Value{Value::Kind::duration, *minutes, Minutes{0}};
  } else {
    rest = line;
    value = take_range(rest);
  }
  if (value) line = rest;
  return value;
}

std::optional<Headline> parse_headline(std::string_view line) {
  Headline headline{.date = std::string(take_until(line, " \t"))};
  if (headline.date.find('-') == std::string::npos) std::ranges::replace(headline.date, '/', '-');
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  std::string rest;
  std::ranges::remove_copy_if(line, std::back_inserter(rest), blank);
  std::string_view target = rest;
  if (target.empty()) return headline;
  headline.target = take(target, "(") && parse_duration(take_until(target, "!")) && target == "!)";
  if (!headline.target) return std::nullopt;
  return headline;
}

std::vector<std::string> tags_in(std::string_view summary) {
  std::vector<std::string> tags;
  while (!summary.empty()) {
    take_until(summary, "#");
    if (!take(summary, "#")) break;
    auto tag = take_tag_word(summary);
    if (tag.empty()) continue;
    if (take(summary, "=")) {
      if (const auto value = take_tag_value(summary); !value.empty()) tag = value;
    }
    tags.emplace_back(tag);
  }
  return tags;
}

}  // namespace gradus::exchange::klog
