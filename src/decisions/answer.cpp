#include "gradus/decisions/answer.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/text/plural.hpp"

#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

namespace gradus::decisions {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> parts(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

[[noreturn]] void refuse_answer(const Input& input, std::string_view text) {
  throw Error(fmt::format("{}: \"{}\" is not {}", input.id, text, takes(input)), input.title);
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return number;
}

double read_number_answer(const Input& input, std::string_view text) {
  constexpr double in_percent = 100;
  const bool share = text.ends_with('%') && input.range && input.range->most <= 1;
  auto number = parse_number(share ? trimmed(text.substr(0, text.size() - 1)) : text);
  if (number && share) *number /= in_percent;
  const bool outside =
      number && input.range && (*number < input.range->least || *number > input.range->most);
  if (!number || outside) refuse_answer(input, text);
  return *number;
}

bool read_yes(const Input& input, std::string_view text) {
  const auto word = lower(text);
  if (word == "yes" || word == "y" || word == "true" || word == "1" || word == "on") return true;
  if (word == "no" || word == "n" || word == "false" || word == "0" || word == "off") return false;
  refuse_answer(input, text);
}

std::string read_option_answer(const Input& input, std::string_view text) {
  for (const auto& option : input.of)
    if (lower(option) == lower(text)) return option;
  if (const auto number = parse_number(text); number && *number >= 1 &&
                                              *number <= static_cast<double>(input.of.size()) &&
                                              *number == std::floor(*number))
    return input.of[static_cast<std::size_t>(*number) - 1];
  throw Error(fmt::format("{}: {}", input.id, text::none_of(text, input.of)), input.title);
}

Value read_list_answer(const Input& input, std::string_view text) {
  if (text.starts_with('[')) {
    const auto parsed = text::parse_json(text);
    std::vector<text::Finding> findings;
    if (parsed.failure)
      throw Error(fmt::format("{}: {}", input.id, parsed.failure->message), parsed.failure->fix);
    auto value = read_value(text::Cursor{parsed.root, findings}, input);
    if (!findings.empty())
      throw Error(
          fmt::format("{}{}: {}", input.id, findings.front().pointer, findings.front().message),
          findings.front().fix);
    if (value) return std::move(*value);
  }
  if (!input.fields.empty()) refuse_answer(input, text);
  Numbers numbers;
  if (text.empty()) return numbers;
  for (const auto part : parts(text)) numbers.push_back(read_number_answer(input, part));
  return numbers;
}

// "1,000"
std::string number_in_words(double number) {
  constexpr double largest_exact = 1e15;
  if (number != std::floor(number) || std::abs(number) >= largest_exact)
    return fmt::format("{}", number);
  auto digits = fmt::format("{}", static_cast<long long>(std::abs(number)));
  for (auto place = std::ssize(digits) - 3; place > 0; place -= 3)
    digits.insert(static_cast<std::size_t>(place), ",");
  return number < 0 ? "-" + digits : digits;
}

}  // namespace

Value read_answer(const Input& input, std::string_view text) {
  const auto answer = trimmed(text);
  switch (input.kind) {
    case InputKind::number:
      return read_number_answer(input, answer);
    case InputKind::yes:
      return read_yes(input, answer);
    case InputKind::one:
      return read_option_answer(input, answer);
    case InputKind::some: {
      Words words;
      for (const auto part : parts(answer)) words.push_back(read_option_answer(input, part));
      return words;
    }
    case InputKind::list:
      break;
  }
  return read_list_answer(input, answer);
}

std::string takes(const Input& input) {
  const auto numbers = [&](std::string_view what) {
    const auto unit = input.unit.empty() ? "" : fmt::format(" ({})", input.unit);
    return input.range
               ? fmt::format("{} from {} to {}{}", what, number_in_words(input.range->least),
                             number_in_words(input.range->most), unit)
               : fmt::format("{}{}", what, unit);
  };
  switch (input.kind) {
    case InputKind::number:
      return numbers("a number");
    case InputKind::yes:
      return "yes or no";
    case InputKind::one:
      return fmt::format("one of {}", fmt::join(input.of, ", "));
    case InputKind::some:
      return fmt::format("one or more of {}, with commas between", fmt::join(input.of, ", "));
    case InputKind::list:
      break;
  }
  if (input.fields.empty()) return numbers("numbers with commas between,");
  Words names{"id"};
  for (const auto& field : input.fields) names.push_back(field.id);
  return fmt::format("a JSON list of records with {}, or a file of them (@sheet.json, @sheet.csv)",
                     fmt::join(names, ", "));
}

std::string as_typed(const Value& value) {
  const auto* number = std::get_if<double>(&value);
  return number ? fmt::format("{}", *number) : in_words(value);
}

std::string in_words(const Value& value) {
  struct InWords {
    std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
    std::string operator()(double number) const { return number_in_words(number); }
    std::string operator()(const std::string& word) const { return word; }
    std::string operator()(const Words& words) const {
      return words.empty() ? "none" : fmt::to_string(fmt::join(words, ", "));
    }
    std::string operator()(const Numbers& numbers) const {
      return numbers.empty() ? "none" : fmt::to_string(fmt::join(numbers, ", "));
    }
    std::string operator()(const Records& records) const {
      return text::counted(records.size(), "record");
    }
  };
  return std::visit(InWords{}, value);
}

std::string in_words(const std::optional<Value>& value) {
  return value ? in_words(*value) : "unknown";
}

std::string given_in_words(const Values& given) {
  Words parts;
  parts.reserve(given.size());
  for (const auto& [name, value] : given)
    parts.push_back(fmt::format("{} = {}", name, in_words(value)));
  return fmt::to_string(fmt::join(parts, ", "));
}

std::string result_in_words(const Decision& decision) {
  const auto& result = decision.result;
  Words parts;
  parts.reserve(result.size());
  for (const auto& [output, value] : result) {
    const auto words = value ? in_words(*value) : "none";
    parts.push_back(result.size() == 1 ? words : fmt::format("{} = {}", output, words));
  }
  return fmt::to_string(fmt::join(parts, ", "));
}

std::string results_in_words(const std::vector<RecordDecision>& each) {
  const auto shown = std::min(each.size(), most_records_in_words);
  Words parts;
  parts.reserve(shown + 1);
  for (const auto& [record, decision] : std::span(each).first(shown))
    parts.push_back(fmt::format("{}: {}", record.id, result_in_words(decision)));
  if (shown < each.size()) parts.push_back(fmt::format("and {} more", each.size() - shown));
  return fmt::to_string(fmt::join(parts, "; "));
}

}  // namespace gradus::decisions
