#include "curriculum/decode.hpp"
#include "curriculum/decode_where.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace gradus::curriculum {
namespace {

constexpr double most_threshold = 1e15;  // below it, doubles hold every whole number
constexpr int most_days_back = 36'525;   // a hundred years

std::optional<EntryType> decode_type(const text::Cursor& from) {
  const std::string text = from.text();
  if (text.empty()) return std::nullopt;
  const std::optional<EntryType> type = parse_measured_type(text);
  if (!type) {
    std::vector<std::string> names;
    for (const EntryType each : entry_types) {
      if (is_measured(each)) names.emplace_back(plural(each));
    }
    from.error_none_of(text, names);
  }
  return type;
}

// Minutes and money can only be added up for entries that have them.
void check_summed(const text::Cursor& from, EntryType type, Aggregate measure) {
  if (measure != Aggregate::minutes && measure != Aggregate::usd) return;
  if (!find_field(type, name(measure))) {
    from.error(
        fmt::format("{} have no {} to add up", plural(type), name(measure)),
        measure == Aggregate::usd
            ? "only expenses have usd; count, days and streak work for every type"
            : "sessions and problems have minutes; count, days and streak work for every type");
  }
}

// A fix for a field that is not a number.
std::string number_fields(EntryType type) {
  std::string names;
  for (const Field& field : fields_of(type)) {
    if (field.type == FieldType::number)
      names += fmt::format("{}\"{}\"", names.empty() ? "" : " or ", field.name);
  }
  if (names.empty())
    return fmt::format("{} have no numbers: measure count, days or streak", plural(type));
  return fmt::format("write \"field\": {}", names);
}

std::optional<Field> decode_number_field(text::Object& from, EntryType type, Aggregate measure) {
  const text::Cursor place = from.optional("field");
  if (!needs_field(measure)) {
    if (place.present()) {
      place.error(fmt::format("{} doesn't use a field", name(measure)),
                  "remove \"field\"; use \"where\" to choose entries");
    }
    return std::nullopt;
  }
  if (!place.present()) {
    from.place().error(fmt::format("{} needs a \"field\"", name(measure)), number_fields(type));
    return std::nullopt;
  }
  const std::optional<Field> field = decode_field(place, type);
  if (field && field->type != FieldType::number) {
    place.error(fmt::format("\"{}\" is not a number", field->name), number_fields(type));
  }
  return field;
}

std::optional<Field> decode_group(const text::Cursor& from, EntryType type) {
  const std::optional<Field> field = decode_field(from, type);
  if (field && field->type != FieldType::text) {
    from.error(fmt::format("entries can't be grouped by \"{}\": it is not a text", field->name),
               "group by a text field, such as topic or pipeline");
  }
  return field;
}

bool decode_repeats(const text::Cursor& from, EntryType type, Aggregate measure) {
  const bool repeats = from.flag();
  if (from.present() && (type != EntryType::problem || measure != Aggregate::count)) {
    from.error("only a count of problems leaves repeats out", "remove \"repeats\"");
  }
  return repeats;
}

Query decode_query(text::Object& from, EntryType type, const Scope& scope) {
  const text::Cursor measured = from.required("measure");
  const Aggregate measure = word(measured, aggregates);
  check_summed(measured, type, measure);
  Query query{.of = type, .measure = measure};
  query.field = decode_number_field(from, type, measure);
  query.per = decode_group(from.optional("per"), type);
  if (const auto last = from.optional("last").whole(1, std::numeric_limits<int>::max())) {
    query.last = static_cast<std::size_t>(*last);
  }
  if (const auto days = from.optional("within_days").whole(0, most_days_back)) {
    query.within = std::chrono::days{*days};
  }
  query.repeats = decode_repeats(from.optional("repeats"), type, measure);
  Where where = decode_where(from.optional("where"), type, scope);
  query.where = std::move(where.filters);
  query.tiers = std::move(where.tiers);
  return query;
}

void check_bounds(const text::Cursor& from, const text::Cursor& at_least,
                  const text::Cursor& at_most) {
  if (!at_least.present() && !at_most.present()) {
    from.error("has no bound", "add \"at_least\" or \"at_most\"");
  }
  if (!at_least.is(text::Node::Kind::number)) return;
  if (at_most.is(text::Node::Kind::number) && at_least.node().number() > at_most.node().number()) {
    from.error("\"at_least\" and \"at_most\" contradict each other",
               "write the smaller of the two as \"at_least\"");
  }
}

}  // namespace

Requirement decode_measure(text::Object& from, const Scope& scope) {
  const text::Cursor at_least = from.optional("at_least");
  const text::Cursor at_most = from.optional("at_most");
  check_bounds(from.place(), at_least, at_most);
  const std::optional<EntryType> type = decode_type(from.required("of"));
  if (!type) {
    // Without the type, there is no telling which fields exist.
    for (const auto* key : {"field", "per", "where"}) static_cast<void>(from.optional(key));
    static_cast<void>(word(from.required("measure"), aggregates));
    static_cast<void>(from.optional("last").whole(1, std::numeric_limits<int>::max()));
    static_cast<void>(from.optional("within_days").whole(0, most_days_back));
    static_cast<void>(from.optional("repeats").flag());
    static_cast<void>(at_least.number(0, most_threshold));
    static_cast<void>(at_most.number(0, most_threshold));
    return {Attested{}};
  }
  return {Measure{.query = decode_query(from, *type, scope),
                  .at_least = at_least.number(0, most_threshold),
                  .at_most = at_most.number(0, most_threshold)}};
}

}  // namespace gradus::curriculum
