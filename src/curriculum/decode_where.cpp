#include "curriculum/decode_where.hpp"

#include "gradus/calendar/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace gradus::curriculum {
namespace {

struct Subject {
  EntryType type;
  Field field;
};

void error_no_such_field(const text::Cursor& place, EntryType type, std::string_view wrong) {
  std::vector<std::string> names;
  for (const Field& field : fields_of(type)) names.emplace_back(field.name);
  place.error(fmt::format("{} have no field \"{}\"", plural(type), wrong),
              text::suggest(wrong, names, fmt::format("they have {}", fmt::join(names, ", "))));
}

// Some texts must be ids of the curriculum, or one of a few words.
void check_text(const text::Cursor& from, const Subject& subject, const Scope& scope) {
  const std::string& text = from.node().text();
  const auto words = subject.field.words;
  if (!words.empty() && std::ranges::find(words, text) == words.end()) {
    from.error_none_of(text, {words.begin(), words.end()});
  }
  const std::string_view field = subject.field.name;
  if (field == field::topic.name) check_reference(from, scope.declared.topics, "topic");
  if (field == field::week.name) check_reference(from, scope.declared.weeks, "week");
  if (field == field::artefact.name) check_reference(from, scope.declared.artefacts, "artefact");
}

// A value to compare the field with; nullopt, with a finding, when it is of another type.
std::optional<Value> decode_value(const text::Cursor& from, const Subject& subject,
                                  const Scope& scope) {
  switch (subject.field.type) {
    case FieldType::flag:
      if (!from.expect(text::Node::Kind::flag)) return std::nullopt;
      return from.flag();
    case FieldType::number:
      if (!from.expect(text::Node::Kind::number)) return std::nullopt;
      return from.node().number();
    case FieldType::date:
      if (!from.expect(text::Node::Kind::text)) return std::nullopt;
      if (calendar::Date::parse(from.node().text())) return from.node().text();
      from.error(fmt::format("\"{}\" is not a date", from.node().text()),
                 "write year, month and day, such as 2026-12-31");
      return std::nullopt;
    case FieldType::text:
    case FieldType::table:  // no criterion names one
      break;
  }
  if (!from.expect(text::Node::Kind::text)) return std::nullopt;
  check_text(from, subject, scope);
  return from.node().text();
}

// Whether no value is above `low` and below `high`.
bool exclude(const std::optional<Value>& low, const std::optional<Value>& high, bool open) {
  return low && high && (open ? *low >= *high : *low > *high);
}

Between decode_between(const text::Cursor& from, const Subject& subject, const Scope& scope) {
  text::Object object{from};
  const auto bound = [&](std::string_view key) -> std::optional<Value> {
    const text::Cursor place = object.optional(key);
    return place.present() ? decode_value(place, subject, scope) : std::nullopt;
  };
  Between between{.lt = bound("lt"), .le = bound("le"), .gt = bound("gt"), .ge = bound("ge")};
  object.no_other_keys();
  if (from.node().members().empty())
    from.error("names none of lt, le, gt, ge",
               "write {\"lt\": 8} for below 8, {\"le\": 8} for up to 8");
  if (exclude(between.gt, between.lt, true) || exclude(between.gt, between.le, true) ||
      exclude(between.ge, between.lt, true) || exclude(between.ge, between.le, false)) {
    from.error("the bounds contradict each other: nothing can match",
               "\"ge\" and \"gt\" take the lower bound, \"le\" and \"lt\" the upper one");
  }
  return between;
}

std::variant<OneOf, Between> decode_test(const text::Cursor& from, const Subject& subject,
                                         const Scope& scope) {
  const auto value = [&](const text::Cursor& place) {
    return decode_value(place, subject, scope).value_or(Value{});
  };
  if (from.is(text::Node::Kind::list)) return OneOf{some_of(from, value)};
  if (!from.is(text::Node::Kind::object)) return OneOf{{value(from)}};
  if (subject.field.type != FieldType::number && subject.field.type != FieldType::date) {
    from.error(fmt::format("\"{}\" is neither a number nor a date", subject.field.name),
               "give it a value, or a list of values");
    return OneOf{};
  }
  return decode_between(from, subject, scope);
}

std::vector<TierId> decode_tiers(const text::Cursor& from, const Scope& scope) {
  const auto tier = [&](const text::Cursor& place) {
    return reference<TierId>(place, scope.declared.tiers, "tier");
  };
  if (from.is(text::Node::Kind::text) && from.node().text() == "any") return {};
  if (from.is(text::Node::Kind::list)) return some_of(from, tier);
  return {tier(from)};
}

}  // namespace

std::optional<Field> decode_field(const text::Cursor& from, EntryType type) {
  if (!from.present()) return std::nullopt;
  const std::string text = from.text();
  if (text.empty()) return std::nullopt;
  const std::optional<Field> field = find_field(type, text);
  if (!field) error_no_such_field(from, type, text);
  return field;
}

Where decode_where(const text::Cursor& from, EntryType type, const Scope& scope) {
  Where where;
  if (scope.finish) where.tiers.emplace();
  if (!from.present()) return where;
  each_member(from, [&](const std::string& key, const text::Cursor& member) {
    const std::optional<Field> field = find_field(type, key);
    if (!field) {
      error_no_such_field(member, type, key);
    } else if (key == "tier") {
      where.tiers = decode_tiers(member, scope);
    } else {
      where.filters.push_back({*field, decode_test(member, {type, *field}, scope)});
    }
  });
  return where;
}

}  // namespace gradus::curriculum
