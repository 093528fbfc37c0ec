#include "gradus/store/entries.hpp"

#include "store/columns.hpp"
#include "store/statement.hpp"
#include "store/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::store {
namespace {

using curriculum::Aggregate;
using curriculum::Field;
using curriculum::Query;
using curriculum::Value;
using journal::Question;

// A text of SQL and the values of its parameters. The text is made of the vocabulary's words only.
struct Sql {
  std::string text;
  std::vector<std::variant<std::int64_t, double, bool, std::string>> values;
};

// A field of the table `entry` as a criterion sees it.
std::string entry_column(const Field& field) {
  if (field.name == "on") return "entry.on_day";
  if (field.name == "usd") return "(entry.usd / 100.0)";  // kept in cents
  return fmt::format("entry.{}", field.name);
}

// A trait need not be looked up in the entry itself.
std::string column_of(const Field& field) {
  return is_trait(field.name) ? fmt::format("tally.{}", field.name) : entry_column(field);
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

// The entries that match: those of some groups of the tally, as far as they pass more tests.
struct Matches {
  Sql groups;           // conditions on `tally`, from the second on with " AND " before it
  Sql entries{};        // conditions on `entry`, each with " AND " before it
  bool listed = false;  // `entries` names them one by one

  Sql& tests_of(const Field& field) { return is_trait(field.name) ? groups : entries; }
};

// NULL fails every test, so an entry without a field does.
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
  for (const auto& filter : query.where) {
    std::visit(
        [&](const auto& test) {
          add_test(matches.tests_of(filter.field), column_of(filter.field), test);
        },
        filter.test);
  }
  return matches;
}

// From the groups to their entries, or from listed entries to their groups: CROSS JOIN is done in
// the order in which it is written.
Sql joined(const Matches& matches) {
  Sql sql{fmt::format("FROM {} ON tally.id = entry.tally WHERE {}{}",
                      matches.listed ? "entry CROSS JOIN tally" : "tally CROSS JOIN entry",
                      matches.groups.text, matches.entries.text),
          matches.groups.values};
  sql.values.insert(sql.values.end(), matches.entries.values.begin(), matches.entries.values.end());
  return sql;
}

// Whether the tally's sums hold the answer.
bool is_summed(const Query& query, const Matches& matches) {
  const bool summed = query.measure == Aggregate::count || query.measure == Aggregate::minutes ||
                      query.measure == Aggregate::usd;
  return summed && matches.entries.text.empty() && (!query.per || is_trait(query.per->name));
}

// The matching entries, or groups. Each has its `bucket`: the field of `per`, NULL where it is
// missing.
Sql rows_of(const Query& query, const Matches& matches) {
  const auto bucket = query.per ? column_of(*query.per) : "0";
  if (is_summed(query, matches)) {
    return {fmt::format("SELECT entries, minutes, usd, {} AS bucket FROM tally WHERE {}", bucket,
                        matches.groups.text),
            matches.groups.values};
  }
  Sql sql = joined(matches);
  sql.text = fmt::format(
      "SELECT 1 AS entries, entry.seq, entry.on_day, entry.at, entry.minutes, entry.usd, "
      "{} AS value, {} AS bucket {}",
      query.field ? column_of(*query.field) : "NULL", bucket, sql.text);
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
      return answers("sum(entries)", grouped);
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

std::optional<Value> read_value(const Statement& row, int column, const Field& field) {
  const bool text =
      field.type == curriculum::FieldType::text || field.type == curriculum::FieldType::date;
  if (text) return row.get<std::optional<std::string>>(column);
  return row.get<std::optional<double>>(column);
}

// The group of `per` where the measure is best, of equal ones the first.
std::optional<Value> best_bucket(const Store& store, const Query& query, const Matches& matches) {
  const Sql rows = rows_of(query, matches);
  Statement best(store, fmt::format("WITH matches AS ({}) SELECT bucket FROM ({}) WHERE answer IS "
                                    "NOT NULL ORDER BY answer {}, bucket LIMIT 1",
                                    rows.text, answers(query),
                                    query.measure == Aggregate::min ? "ASC" : "DESC"));
  bind(best, rows);
  if (!best.next()) return std::nullopt;
  return read_value(best, 0, *query.per);
}

std::string in_order(const std::optional<std::string>& column, bool most_first) {
  const auto first =
      column ? fmt::format("{} {}, ", *column, most_first ? "DESC" : "ASC") : std::string();
  return first + "entry.on_day DESC, entry.at DESC, entry.seq DESC";
}

// An entry's place in an order.
struct Place {
  std::optional<Value> value;
  std::string on_day;
  std::optional<std::string> at;
  std::int64_t seq;
};

bool comes_before(const Place& a, const Place& b, bool most_first) {
  if (a.value != b.value) return most_first ? b.value < a.value : a.value < b.value;
  return std::tie(b.on_day, b.at, b.seq) < std::tie(a.on_day, a.at, a.seq);
}

std::vector<std::int64_t> ids_of_groups(const Store& store, const Matches& matches) {
  std::vector<std::int64_t> ids;
  Statement groups(store, fmt::format("SELECT id FROM tally WHERE {}", matches.groups.text));
  bind(groups, matches.groups);
  while (groups.next()) ids.push_back(groups.get<std::int64_t>(0));
  return ids;
}

std::string list_of(const std::vector<std::int64_t>& seqs) {
  return fmt::format("[{}]", fmt::join(seqs, ","));
}

// The newest of the matches as far as they are among the newest entries of the track: where most
// of what is done lately matches, the groups need not be asked.
std::vector<std::int64_t> recent(const Store& store, TrackId track, const Matches& matches,
                                 std::size_t most) {
  constexpr std::int64_t looked_at = 8;  // entries for each that is wanted
  const auto number = static_cast<std::int64_t>(most);
  const auto newest = in_order(std::nullopt, false);
  Matches among = matches;
  among.listed = true;
  among.entries.text += fmt::format(
      " AND entry.seq IN (SELECT seq FROM entry WHERE track = ? ORDER BY {} LIMIT ?)", newest);
  among.entries.values.emplace_back(static_cast<std::int64_t>(track));
  among.entries.values.emplace_back(looked_at * number);
  const Sql rows = joined(among);
  Statement found(store, fmt::format("SELECT entry.seq {} ORDER BY {} LIMIT ?", rows.text, newest));
  bind(found, rows);
  found.bind(number);
  std::vector<std::int64_t> seqs;
  while (found.next()) seqs.push_back(found.get<std::int64_t>(0));
  return seqs;
}

// Each group gives its first, which an index has in order; of these the first are taken. So what is
// read depends on how many groups there are, and not on how many entries.
std::vector<std::int64_t> first_of_groups(const Store& store, const Matches& matches,
                                          std::size_t most, const journal::Order& order) {
  const auto column = order.field ? std::optional(column_of(*order.field)) : std::nullopt;
  const bool by_day = !order.field || is_trait(order.field->name);  // within a group
  const auto sql = fmt::format(
      "SELECT entry.seq, entry.on_day, entry.at, {} FROM tally CROSS JOIN entry "
      "ON entry.tally = tally.id WHERE tally.id = ?{}{} ORDER BY {} LIMIT ?",
      column.value_or("NULL"), matches.entries.text, by_day ? " AND entry.on_day >= ?" : "",
      in_order(column, order.most_first));
  const auto before = [&](const Place& a, const Place& b) {
    return comes_before(a, b, order.most_first);
  };
  std::vector<Place> first;
  for (const auto group : ids_of_groups(store, matches)) {
    const auto known = static_cast<std::ptrdiff_t>(first.size());
    Statement places(store, sql, group);
    bind(places, matches.entries);
    const bool enough = !order.field && first.size() == most;
    if (by_day) places.bind(enough ? first.back().on_day : std::string());
    places.bind(static_cast<std::int64_t>(most));
    while (places.next()) {
      first.push_back({order.field ? read_value(places, 3, *order.field) : std::nullopt,
                       places.get<std::string>(1), places.get<std::optional<std::string>>(2),
                       places.get<std::int64_t>(0)});
    }
    std::ranges::inplace_merge(first, first.begin() + known, before);
    first.resize(std::min(first.size(), most));
  }
  std::vector<std::int64_t> seqs;
  seqs.reserve(first.size());
  for (const auto& place : first) seqs.push_back(place.seq);
  return seqs;
}

// The first of the matches, as a JSON list of their `seq`.
std::string first_of(const Store& store, TrackId track, const Matches& matches, std::size_t most,
                     const journal::Order& order) {
  if (most == 0) return "[]";
  if (!order.field) {
    const auto newest = recent(store, track, matches, most);
    if (newest.size() == most) return list_of(newest);
  }
  return list_of(first_of_groups(store, matches, most, order));
}

constexpr auto is_listed = "seq IN (SELECT value FROM json_each(?))";

// `last` keeps the newest.
void keep_last(const Store& store, TrackId track, Matches& matches,
               const std::optional<std::size_t>& last) {
  if (!last) return;
  auto newest = first_of(store, track, matches, *last, {});
  matches = {.groups = std::move(matches.groups),
             .entries = {fmt::format(" AND entry.{}", is_listed), {std::move(newest)}},
             .listed = true};
}

std::size_t total_of(const Store& store, const Matches& matches) {
  const Query number{.of = curriculum::EntryType::session, .measure = Aggregate::count};
  const Sql rows = rows_of(number, matches);
  Statement total(store, fmt::format("SELECT ifnull(sum(entries), 0) FROM ({})", rows.text));
  bind(total, rows);
  total.next();
  return static_cast<std::size_t>(total.get<std::int64_t>(0));
}

// The entries whose `seq` the SQL gives, in order.
std::vector<journal::Entry> read_entries(const Store& store, const Sql& which, std::size_t most,
                                         const journal::Order& order) {
  const auto column = order.field ? std::optional(entry_column(*order.field)) : std::nullopt;
  Statement rows(store,
                 fmt::format("SELECT {} FROM entry WHERE {} ORDER BY {} LIMIT {}", entry_columns(),
                             which.text, in_order(column, order.most_first), most));
  bind(rows, which);
  std::vector<journal::Entry> entries;
  while (rows.next()) entries.push_back(read_entry(rows));
  return entries;
}

}  // namespace

std::optional<double> StoredFacts::answer(const Question& question) const {
  const Query& query = question.query;
  if (!has_answer(query)) return std::nullopt;
  auto matches = matches_of(question, track_);
  keep_last(store_, track_, matches, query.last);
  const Sql rows = rows_of(query, matches);
  Statement statement(store_,
                      fmt::format("WITH matches AS ({}) SELECT {}(answer) FROM ({})", rows.text,
                                  query.measure == Aggregate::min ? "min" : "max", answers(query)));
  bind(statement, rows);
  statement.next();
  const auto answer = statement.get<std::optional<double>>(0);
  if (answer || curriculum::needs_field(query.measure)) return answer;
  return 0;
}

journal::Found StoredFacts::find(const Question& question, std::size_t most,
                                 const journal::Order& order) const {
  const Query& query = question.query;
  if (!has_answer(query)) return {};
  auto matches = matches_of(question, track_);
  keep_last(store_, track_, matches, query.last);
  if (query.per) {
    const auto bucket = best_bucket(store_, query, matches);
    if (!bucket) return {};
    add_test(matches.tests_of(*query.per), column_of(*query.per), curriculum::OneOf{{*bucket}});
  }
  if (query.field)
    matches.tests_of(*query.field).text +=
        fmt::format(" AND {} IS NOT NULL", column_of(*query.field));

  const auto total = total_of(store_, matches);
  if (matches.listed || total <= most) {
    Sql all = joined(matches);
    all.text = fmt::format("seq IN (SELECT entry.seq {})", all.text);
    return {read_entries(store_, all, most, order), total};
  }
  const Sql first{is_listed, {first_of(store_, track_, matches, most, order)}};
  return {read_entries(store_, first, most, order), total};
}

}  // namespace gradus::store
