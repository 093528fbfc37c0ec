#include "gradus/store/entries.hpp"

#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::store {
namespace {

using curriculum::Aggregate;
using curriculum::Field;
using curriculum::Query;
using journal::Question;

// A text of SQL and the values of its parameters. The text is made of the vocabulary's words only.
struct Sql {
  std::string text;
  std::vector<std::variant<std::int64_t, double, bool, std::string>> values;
};

// A field as a criterion sees it.
std::string column_of(const Field& field) {
  if (field.name == "on") return "on_day";
  if (field.name == "usd") return "(usd / 100.0)";  // kept in cents
  return std::string(field.name);
}

void add_bound(Sql& sql, const std::string& column, std::string_view comparison,
               const std::optional<curriculum::Value>& bound) {
  if (!bound) return;
  sql.text += fmt::format(" AND {} {} ?", column, comparison);
  std::visit([&](const auto& value) { sql.values.emplace_back(value); }, *bound);
}

template <class Values, class ToValue>
void add_list(Sql& sql, const std::string& column, const Values& values, ToValue to_value) {
  sql.text += fmt::format(" AND {} IN (", column);
  for (const auto& value : values) {
    sql.text += &value == &values.front() ? "?" : ", ?";
    to_value(value);
  }
  sql.text += ')';
}

void add_test(Sql& sql, const std::string& column, const curriculum::OneOf& test) {
  add_list(sql, column, test.values, [&](const curriculum::Value& value) {
    std::visit([&](const auto& held) { sql.values.emplace_back(held); }, value);
  });
}

void add_test(Sql& sql, const std::string& column, const curriculum::Between& test) {
  add_bound(sql, column, "<", test.lt);
  add_bound(sql, column, "<=", test.le);
  add_bound(sql, column, ">", test.gt);
  add_bound(sql, column, ">=", test.ge);
}

// The matching entries; NULL fails every test, so an entry without a field does. Each has its
// `bucket`: the field of `per`, NULL where it is missing.
Sql matches(const Question& question, TrackId track) {
  const Query& query = question.query;
  Sql sql{fmt::format("SELECT seq, on_day, at, minutes, usd, {} AS value, {} AS bucket "
                      "FROM entry WHERE track = ? AND type = ?",
                      query.field ? column_of(*query.field) : "NULL",
                      query.per ? column_of(*query.per) : "0"),
          {static_cast<std::int64_t>(track), std::string(curriculum::name(query.of))}};
  if (question.tiers) {
    add_list(sql, "tier", *question.tiers,
             [&](const curriculum::TierId& tier) { sql.values.emplace_back(tier.text()); });
  }
  // + keeps SQLite from choosing an index by day, and so from looking up whatever was done then.
  if (question.from) {
    sql.text += " AND +on_day >= ?";
    sql.values.emplace_back(question.from->iso());
  }
  if (question.until) {
    sql.text += " AND +on_day <= ?";
    sql.values.emplace_back(question.until->iso());
  }
  for (const auto& filter : query.where) {
    std::visit([&](const auto& test) { add_test(sql, column_of(filter.field), test); },
               filter.test);
  }
  if (query.last) {
    sql.text += " ORDER BY on_day DESC, at DESC, seq DESC LIMIT ?";
    sql.values.emplace_back(static_cast<std::int64_t>(*query.last));
  }
  return sql;
}

// The newest value of each bucket.
constexpr auto newest_values =
    "SELECT value AS answer FROM ("
    "SELECT value, row_number() OVER (PARTITION BY bucket "
    "ORDER BY on_day DESC, at DESC, seq DESC) AS newness "
    "FROM matches WHERE bucket IS NOT NULL AND value IS NOT NULL) WHERE newness = 1";

// The runs of days of each bucket: along one, a day and its rank grow by one together.
constexpr auto streaks =
    "SELECT count(*) AS answer FROM ("
    "SELECT bucket, julianday(on_day) - row_number() OVER (PARTITION BY bucket ORDER BY on_day) "
    "AS run FROM (SELECT DISTINCT bucket, on_day FROM matches WHERE bucket IS NOT NULL)) "
    "GROUP BY bucket, run";

std::string answers(std::string_view aggregate, bool grouped) {
  return fmt::format("SELECT {} AS answer FROM matches{}", aggregate,
                     grouped ? " WHERE bucket IS NOT NULL GROUP BY bucket" : "");
}

// The answers of all buckets.
std::string answers(const Query& query) {
  const bool grouped = query.per.has_value();
  switch (query.measure) {
    case Aggregate::count:
      return answers("count(*)", grouped);
    case Aggregate::minutes:
      return answers("sum(minutes)", grouped);
    case Aggregate::usd:
      return answers("sum(usd) / 100.0", grouped);
    case Aggregate::days:
      return answers("count(DISTINCT on_day)", grouped);
    case Aggregate::streak:
      return streaks;
    case Aggregate::min:
      return answers("min(value)", grouped);
    case Aggregate::max:
      return answers("max(value)", grouped);
    case Aggregate::mean:
      return answers("avg(value)", grouped);
    case Aggregate::latest:
      return newest_values;
  }
  return {};
}

}  // namespace

std::optional<double> StoredFacts::answer(const Question& question) const {
  const Query& query = question.query;
  // Of a text, a flag or a day there is no mean.
  if (query.field && query.field->type != curriculum::FieldType::number) return std::nullopt;
  const Sql found = matches(question, track_);
  const std::string_view best = query.measure == Aggregate::min ? "min" : "max";
  Statement statement(store_, fmt::format("WITH matches AS ({}) SELECT {}(answer) FROM ({})",
                                          found.text, best, answers(query)));
  for (const auto& value : found.values) statement.bind(value);
  statement.next();
  const auto answer = statement.get<std::optional<double>>(0);
  if (answer || curriculum::needs_field(query.measure)) return answer;
  return 0;
}

}  // namespace gradus::store
