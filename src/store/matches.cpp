#include "store/matches.hpp"

#include <fmt/format.h>

#include <string_view>

namespace gradus::store {
namespace {

using curriculum::Field;
using curriculum::Query;
using curriculum::Value;
using journal::Question;

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

void add_test(Matches& matches, const Field& field, const curriculum::Between& test) {
  auto& sql = matches.tests_of(field);
  const auto column = column_of(field);
  add_bound(sql, column, "<", test.lt);
  add_bound(sql, column, "<=", test.le);
  add_bound(sql, column, ">", test.gt);
  add_bound(sql, column, ">=", test.ge);
}

void add_filter(Matches& matches, const curriculum::Filter& filter) {
  auto& sql = matches.tests_of(filter.field);
  if (filter.or_absent)
    sql.text += fmt::format(" AND ({} IS NULL OR (TRUE", column_of(filter.field));
  std::visit([&](const auto& test) { add_test(matches, filter.field, test); }, filter.test);
  if (filter.or_absent) sql.text += "))";
}

}  // namespace

void bind(Statement& statement, const Sql& sql) {
  for (const auto& value : sql.values) statement.bind(value);
}

std::string entry_column(const Field& field) {
  if (field.name == "on") return "entry.on_day";
  if (field.name == "usd") return "(entry.usd / 100.0)";  // kept in cents
  return fmt::format("entry.\"{}\"", field.name);         // some are also words of SQL
}

std::string column_of(const Field& field) {
  return is_trait(field.name) ? fmt::format("tally.{}", field.name) : entry_column(field);
}

std::optional<Value> read_value(const Statement& row, int column, const Field& field) {
  const bool text =
      field.type == curriculum::FieldType::text || field.type == curriculum::FieldType::date;
  if (text) return row.get<std::optional<std::string>>(column);
  return row.get<std::optional<double>>(column);
}

void add_test(Matches& matches, const Field& field, const curriculum::OneOf& test) {
  auto& sql = matches.tests_of(field);
  add_list(sql, column_of(field), test.values, [&](const curriculum::Value& value) {
    std::visit([&](const auto& held) { sql.values.emplace_back(held); }, value);
  });
}

Matches matches_of(const Question& question, TrackId track) {
  const Query& query = question.query;
  Matches matches{{"tally.track = ? AND tally.type = ? AND tally.entries > 0",
                   {static_cast<std::int64_t>(track), std::string(curriculum::name(query.of))}}};
  if (question.tiers) {
    add_list(matches.groups, "tally.tier", *question.tiers, [&](const curriculum::TierId& tier) {
      matches.groups.values.emplace_back(tier.text());
    });
  }
  if (question.from) {
    matches.entries.text += " AND entry.on_day >= ?";
    matches.entries.values.emplace_back(question.from->iso());
  }
  if (question.until) {
    matches.entries.text += " AND entry.on_day <= ?";
    matches.entries.values.emplace_back(question.until->iso());
  }
  for (const auto& filter : query.where) add_filter(matches, filter);
  return matches;
}

// SQLite runs a CROSS JOIN in the order in which it is written.
Sql joined(const Matches& matches) {
  Sql sql{fmt::format("FROM {} ON tally.id = entry.tally WHERE {}{}",
                      matches.listed ? "entry CROSS JOIN tally" : "tally CROSS JOIN entry",
                      matches.groups.text, matches.entries.text),
          matches.groups.values};
  sql.values.insert(sql.values.end(), matches.entries.values.begin(), matches.entries.values.end());
  return sql;
}

}  // namespace gradus::store
