#include "exchange/value.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/text/id.hpp"
#include "gradus/text/nearest.hpp"

#include "exchange/local_time.hpp"

#include <fmt/core.h>

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace gradus::exchange {
namespace {

using text::Node;

constexpr auto in_digits = "write it in digits, such as 45";

// The beginning of a text, as much as a message has room for; never half a character.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t room = 60;
  if (text.size() <= room) return text;
  std::size_t end = room;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::string spelled(const Node& node) {
  switch (node.kind()) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::flag:
      return node.flag() ? "true" : "false";
    case Node::Kind::number:
      return fmt::format("{}", node.number());
    case Node::Kind::text: {
      const auto shown = beginning(node.text());
      return fmt::format("\"{}{}\"", shown, shown.size() < node.text().size() ? "…" : "");
    }
    case Node::Kind::list:
      return "a list";
    case Node::Kind::object:
      return "an object";
  }
  return {};
}

// "a, b or c"
std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) {
    if (!all.empty()) all += &name == &names.back() ? " or " : ", ";
    all += name;
  }
  return all;
}

std::string hint_for_day(std::string_view text) {
  return has_form_of_date(text) ? "the calendar has no such day"
                                : "write year, month and day in this order: 2026-12-01";
}

}  // namespace

bool has_form_of_date(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         text.find_first_not_of("0123456789-") == text.npos;
}

Error Place::error(std::string_view message, std::string hint) const {
  return Error(says(message), std::move(hint));
}

std::string Place::says(std::string_view message) const {
  if (file.empty()) return std::string(message);
  return fmt::format("{}:{}: {}", file, line, message);
}

Error FieldValue::unlike(std::string_view wanted, std::string hint) const {
  return place.error(fmt::format("{} must be {}, but is {}", field, wanted, spelled(node)),
                     std::move(hint));
}

template <class Parse>
auto FieldValue::parsed(Parse parse, std::string_view wanted, std::string hint) const {
  if (node.kind() != Node::Kind::text) throw unlike(wanted, std::move(hint));
  auto value = parse(node.text());
  if (!value) throw unlike(wanted, std::move(hint));
  return *std::move(value);
}

template <class Kinds>
auto FieldValue::one_of(const Kinds& kinds) const {
  if (node.kind() == Node::Kind::text) {
    if (const auto kind = kinds.parse(lower(node.text()))) return *kind;
  }
  const std::vector<std::string> names(kinds.names().begin(), kinds.names().end());
  const bool is_text = node.kind() == Node::Kind::text;
  const auto near = is_text ? text::did_you_mean(node.text(), names) : std::string();
  throw unlike(listed(names), near.empty() ? "write one of these words" : near);
}

// 30.0 is 30: some programs write every number that way.
std::int64_t FieldValue::whole_number() const {
  constexpr double most{std::int64_t{1} << 53};  // beyond, doubles skip numbers
  const bool is_text = node.kind() == Node::Kind::text;
  if (node.kind() != Node::Kind::number)
    throw unlike("a whole number", is_text ? "write the number without quotes" : in_digits);
  const double number = node.number();
  if (std::abs(number) > most)
    throw unlike(fmt::format("at most {:.0f}", most), "write a smaller number");
  if (std::trunc(number) != number) {
    throw unlike("a whole number",
                 fmt::format("round it: {:.0f} or {:.0f}", std::floor(number), std::ceil(number)));
  }
  return static_cast<std::int64_t>(number);
}

const std::string& FieldValue::id_text() const {
  const bool fits = node.kind() == Node::Kind::text && text::is_id(node.text());
  if (fits) return node.text();
  const auto id = text::folded(node.text());
  throw unlike("an id (lower-case letters, digits and dashes)",
               text::is_id(id) ? fmt::format("is it {}?", id) : "write it like window-functions");
}

bool FieldValue::read(std::type_identity<bool>) const {
  if (node.kind() != Node::Kind::flag)
    throw unlike("true or false", "write one of these words, without quotes");
  return node.flag();
}

int FieldValue::read(std::type_identity<int>) const {
  const auto number = whole_number();
  if (!std::in_range<int>(number)) {
    throw unlike(fmt::format("at most {}", std::numeric_limits<int>::max()),
                 "write a smaller number");
  }
  return static_cast<int>(number);
}

double FieldValue::read(std::type_identity<double>) const {
  if (node.kind() != Node::Kind::number) throw unlike("a number", in_digits);
  return node.number();
}

std::string FieldValue::read(std::type_identity<std::string>) const {
  if (node.kind() != Node::Kind::text) throw unlike("a text", "put it between quotes");
  return node.text();
}

std::map<std::string, double> FieldValue::read(
    std::type_identity<std::map<std::string, double>>) const {
  if (node.kind() != Node::Kind::object)
    throw unlike("an object of numbers", R"(write it like {"security": 0.6})");
  std::map<std::string, double> numbers;
  for (const auto& [key, value] : node.members()) {
    const auto path = fmt::format("{}.{}", field, key);
    const FieldValue number{place, path, value};
    if (!numbers.emplace(key, number.as<double>()).second) {
      throw place.error(fmt::format("{} is given twice", path), "leave one of the two out");
    }
  }
  return numbers;
}

calendar::Date FieldValue::read(std::type_identity<calendar::Date>) const {
  return parsed(calendar::Date::parse, "a date (YYYY-MM-DD)", hint_for_day(node.text()));
}

calendar::Moment FieldValue::read(std::type_identity<calendar::Moment>) const {
  return parsed(parse_moment, "a time with its offset (2026-12-01T19:00+01:00)",
                "leave it out if the time is unknown");
}

calendar::Instant FieldValue::read(std::type_identity<calendar::Instant>) const {
  return parsed(calendar::Instant::parse, "a time in UTC (2026-12-01T18:00:00Z)",
                "leave it out, and the line counts as changed at this import");
}

curriculum::Usd FieldValue::read(std::type_identity<curriculum::Usd>) const {
  const auto amount =
      node.kind() == Node::Kind::number ? curriculum::Usd::of(node.number()) : std::nullopt;
  if (!amount) throw unlike("an amount of dollars with at most 2 decimals", "write it like 19.99");
  return *amount;
}

journal::EntryId FieldValue::read(std::type_identity<journal::EntryId>) const {
  return parsed(journal::EntryId::parse, "a UUID",
                field == "id" ? "leave it out, and one is derived from the line"
                              : "`gradus entries --json` shows the ids in full");
}

journal::SessionKind FieldValue::read(std::type_identity<journal::SessionKind>) const {
  return one_of(journal::session_kinds);
}

journal::ExpenseKind FieldValue::read(std::type_identity<journal::ExpenseKind>) const {
  return one_of(journal::expense_kinds);
}

journal::ReviewOf FieldValue::read(std::type_identity<journal::ReviewOf>) const {
  return one_of(curriculum::reviewed_kinds);
}

curriculum::Difficulty FieldValue::read(std::type_identity<curriculum::Difficulty>) const {
  return one_of(curriculum::difficulties);
}

curriculum::EntryType FieldValue::read(std::type_identity<curriculum::EntryType>) const {
  return one_of(curriculum::entry_types);
}

}  // namespace gradus::exchange
