#include "exchange/value.hpp"

#include "gradus/curriculum/nearest.hpp"

#include <fmt/core.h>

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace gradus::exchange {
namespace {

using curriculum::Node;

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

template <class Kinds>
std::string one_of(const Kinds& kinds) {
  std::string all;
  for (const auto kind : kinds) {
    if (!all.empty()) all += kind == kinds.back() ? " or " : ", ";
    all += name(kind);
  }
  return all;
}

}  // namespace

Error Place::error(std::string_view message, std::string hint) const {
  return Error(says(message), std::move(hint));
}

std::string Place::says(std::string_view message) const {
  if (file.empty()) return std::string(message);
  return fmt::format("{}:{}: {}", file, line, message);
}

Error FieldValue::unlike(std::string_view wanted) const {
  return place.error(fmt::format("{} must be {}, and is {}", field, wanted, spelled(node)));
}

template <class Parse>
auto FieldValue::parsed(Parse parse, std::string_view wanted) const {
  if (node.kind() != Node::Kind::text) throw unlike(wanted);
  auto value = parse(node.text());
  if (!value) throw unlike(wanted);
  return *std::move(value);
}

std::int64_t FieldValue::whole_number() const {
  if (node.kind() != Node::Kind::number) throw unlike("a whole number");
  if (!node.whole()) {
    // 1e2 is a hundred, but no count that anyone would write so.
    throw unlike(std::trunc(node.number()) == node.number() ? "a whole number in digits alone"
                                                            : "a whole number");
  }
  return static_cast<std::int64_t>(node.number());
}

const std::string& FieldValue::id_text() const {
  const bool fits = node.kind() == Node::Kind::text && curriculum::is_id(node.text());
  if (!fits) throw unlike("an id (lower-case letters, digits and dashes)");
  return node.text();
}

bool FieldValue::read(std::type_identity<bool>) const {
  if (node.kind() != Node::Kind::flag) throw unlike("true or false");
  return node.flag();
}

int FieldValue::read(std::type_identity<int>) const {
  const auto number = whole_number();
  if (!std::in_range<int>(number)) {
    throw unlike(fmt::format("at most {}", std::numeric_limits<int>::max()));
  }
  return static_cast<int>(number);
}

double FieldValue::read(std::type_identity<double>) const {
  if (node.kind() != Node::Kind::number) throw unlike("a number");
  return node.number();
}

std::string FieldValue::read(std::type_identity<std::string>) const {
  if (node.kind() != Node::Kind::text) throw unlike("a text");
  return node.text();
}

std::map<std::string, double> FieldValue::read(
    std::type_identity<std::map<std::string, double>>) const {
  if (node.kind() != Node::Kind::object) throw unlike("an object of numbers");
  std::map<std::string, double> numbers;
  for (const auto& [key, value] : node.members()) {
    const auto path = fmt::format("{}.{}", field, key);
    const FieldValue number{place, path, value};
    if (!numbers.emplace(key, number.as<double>()).second) {
      throw place.error(fmt::format("{} stands twice", path));
    }
  }
  return numbers;
}

calendar::Date FieldValue::read(std::type_identity<calendar::Date>) const {
  return parsed(calendar::Date::parse, "a date (YYYY-MM-DD)");
}

calendar::Moment FieldValue::read(std::type_identity<calendar::Moment>) const {
  return parsed(calendar::Moment::parse, "a time with its offset (2026-12-01T19:00+01:00)");
}

curriculum::Usd FieldValue::read(std::type_identity<curriculum::Usd>) const {
  const auto amount =
      node.kind() == Node::Kind::number ? curriculum::Usd::of(node.number()) : std::nullopt;
  if (!amount) throw unlike("an amount of dollars with at most 2 decimals");
  return *amount;
}

journal::EntryId FieldValue::read(std::type_identity<journal::EntryId>) const {
  return parsed(journal::EntryId::parse, "a UUID");
}

journal::SessionKind FieldValue::read(std::type_identity<journal::SessionKind>) const {
  return parsed(journal::parse_session_kind, one_of(journal::session_kinds));
}

journal::ExpenseKind FieldValue::read(std::type_identity<journal::ExpenseKind>) const {
  return parsed(journal::parse_expense_kind, one_of(journal::expense_kinds));
}

curriculum::Difficulty FieldValue::read(std::type_identity<curriculum::Difficulty>) const {
  return parsed(curriculum::parse_difficulty, one_of(curriculum::difficulties));
}

curriculum::EntryType FieldValue::read(std::type_identity<curriculum::EntryType>) const {
  return parsed(curriculum::parse_entry_type, one_of(curriculum::entry_types));
}

}  // namespace gradus::exchange
