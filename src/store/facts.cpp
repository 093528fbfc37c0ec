#include "gradus/store/entries.hpp"

#include "store/columns.hpp"
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
    "SELECT bucket, value AS answer FROM ("
    "SELECT bucket, value, row_number() OVER (PARTITION BY bucket "
    "ORDER BY on_day DESC, at DESC, seq DESC) AS newness "
    "FROM matches WHERE bucket IS NOT NULL AND value IS NOT NULL) WHERE newness = 1";

// The runs of days of each bucket: along one, a day and its rank grow by one together.
constexpr auto streaks =
    "SELECT bucket, count(*) AS answer FROM ("
    "SELECT bucket, julianday(on_day) - row_number() OVER (PARTITION BY bucket ORDER BY on_day) "
    "AS run FROM (SELECT DISTINCT bucket, on_day FROM matches WHERE bucket IS NOT NULL)) "
    "GROUP BY bucket, run";

std::string answers(std::string_view aggregate, bool grouped) {
  return fmt::format("SELECT bucket, {} AS answer FROM matches{}", aggregate,
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

// Of a text, a flag or a day there is no mean.
bool has_answer(const Query& query) {
  return !query.field || query.field->type == curriculum::FieldType::number;
}

void bind(Statement& statement, const Sql& sql) {
  for (const auto& value : sql.values) statement.bind(value);
}

// The matches of the best group.
Sql of_best_group(const Question& question, TrackId track) {
  const Query& query = question.query;
  Sql sql = matches(question, track);
  sql.text = fmt::format(
      "WITH matches AS ({}) SELECT * FROM matches WHERE bucket = (SELECT bucket FROM ({}) "
      "WHERE answer IS NOT NULL ORDER BY answer {}, bucket LIMIT 1)",
      sql.text, answers(query), query.measure == Aggregate::min ? "ASC" : "DESC");
  return sql;
}

// The matches that the answer is made of.
Sql counted(const Question& question, TrackId track) {
  const Query& query = question.query;
  Sql sql = query.per ? of_best_group(question, track) : matches(question, track);
  if (query.field) sql.text = fmt::format("SELECT * FROM ({}) WHERE value IS NOT NULL", sql.text);
  return sql;
}

std::string in_order(const journal::Order& order) {
  const auto first = order.field ? fmt::format("{} {}, ", column_of(*order.field),
                                               order.most_first ? "DESC" : "ASC")
                                 : std::string();
  return first + "on_day DESC, at DESC, seq DESC";
}

}  // namespace

std::optional<double> StoredFacts::answer(const Question& question) const {
  const Query& query = question.query;
  if (!has_answer(query)) return std::nullopt;
  Sql sql = matches(question, track_);
  sql.text = fmt::format("WITH matches AS ({}) SELECT {}(answer) FROM ({})", sql.text,
                         query.measure == Aggregate::min ? "min" : "max", answers(query));
  Statement statement(store_, sql.text);
  bind(statement, sql);
  statement.next();
  const auto answer = statement.get<std::optional<double>>(0);
  if (answer || curriculum::needs_field(query.measure)) return answer;
  return 0;
}

journal::Found StoredFacts::find(const Question& question, std::size_t most,
                                 const journal::Order& order) const {
  if (!has_answer(question.query)) return {};
  const Sql found = counted(question, track_);
  journal::Found result;
  {
    Statement total(store_, fmt::format("SELECT count(*) FROM ({})", found.text));
    bind(total, found);
    total.next();
    result.total = static_cast<std::size_t>(total.get<std::int64_t>(0));
  }
  Statement rows(store_, fmt::format("SELECT {} FROM entry WHERE seq IN (SELECT seq FROM ({})) "
                                     "ORDER BY {} LIMIT {}",
                                     entry_columns(), found.text, in_order(order), most));
  bind(rows, found);
  while (rows.next()) result.first.push_back(read_entry(rows));
  return result;
}

}  // namespace gradus::store
