#include "gradus/store/entries.hpp"

#include "store/entry_row.hpp"
#include "store/matches.hpp"
#include "store/repeats.hpp"
#include "store/top_entries.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::store {
namespace {

using curriculum::Aggregate;
using curriculum::Query;
using curriculum::Value;
using journal::Question;

// Whether the tally's sums give the answer.
bool is_summed(const Query& query, const Matches& matches) {
  const bool summed = query.measure == Aggregate::count || query.measure == Aggregate::minutes ||
                      query.measure == Aggregate::usd;
  return summed && matches.entries.text.empty() && (!query.per || is_trait(query.per->name));
}

std::string bucket_of(const Query& query) {
  return query.per ? column_of(*query.per) : "0";
}

// The matching entries, or groups. Each has its `bucket`: the field of `per`, NULL where it is
// missing.
Sql all_rows_of(const Query& query, const Matches& matches) {
  const auto bucket = bucket_of(query);
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

void append(Sql& sql, std::string_view text, const Sql& more) {
  sql.text += text;
  sql.text += more.text;
  sql.values.insert(sql.values.end(), more.values.begin(), more.values.end());
}

// The same; where a problem counts once, with rows that take its other solutions off.
Sql rows_of(TrackId track, const Query& query, const Matches& matches) {
  auto rows = all_rows_of(query, matches);
  if (!curriculum::counts_once(query)) return rows;
  rows.text = fmt::format("SELECT entries, bucket FROM ({})", rows.text);
  append(rows, fmt::format(" UNION ALL SELECT 1 - count(*), {} AS bucket ", bucket_of(query)),
         repeated(track, matches));
  rows.text += " GROUP BY bucket, repeated.topic, repeated.title_key";
  return rows;
}

// The newest value of each bucket.
constexpr auto newest_values =
    "SELECT bucket, value AS answer FROM ("
    "SELECT bucket, value, row_number() OVER (PARTITION BY bucket "
    "ORDER BY on_day DESC, at DESC, seq DESC) AS newness "
    "FROM matches WHERE bucket IS NOT NULL) WHERE newness = 1";

// The longest run of days of each bucket: within one, the day and its rank both grow by one.
constexpr auto streaks =
    "SELECT bucket, max(days) AS answer FROM (SELECT bucket, count(*) AS days FROM ("
    "SELECT bucket, julianday(on_day) - row_number() OVER (PARTITION BY bucket ORDER BY on_day) "
    "AS run FROM (SELECT DISTINCT bucket, on_day FROM matches WHERE bucket IS NOT NULL)) "
    "GROUP BY bucket, run) GROUP BY bucket";

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

// A text, a flag or a day has no mean.
bool has_answer(const Query& query) {
  return !query.field || query.field->type == curriculum::FieldType::number;
}

// The order of the answers, the best first.
Sql best_first(const Question& question) {
  // Answers this close to the bounds are between them, as for the rules.
  if (question.at_least && question.at_most)
    return {"max(? - answer, answer - ?, 1e-9)", {*question.at_least, *question.at_most}};
  return {question.at_most ? "answer" : "answer DESC", {}};
}

struct Best {
  double answer;
  std::optional<Value> bucket{};  // that of `per`
};

// The best answer; of equal ones, that of the first bucket.
std::optional<Best> best_of(const Store& store, TrackId track, const Question& question,
                            const Matches& matches) {
  const auto& query = question.query;
  Sql sql = rows_of(track, query, matches);
  sql.text = fmt::format(
      "WITH matches AS ({}) SELECT answer, bucket FROM ({}) WHERE answer IS NOT NULL ORDER BY ",
      sql.text, answers(query));
  append(sql, "", best_first(question));
  Statement best(store, sql.text + ", bucket LIMIT 1");
  bind(best, sql);
  if (!best.next()) return std::nullopt;
  return Best{best.get<double>(0), query.per ? read_value(best, 1, *query.per) : std::nullopt};
}

constexpr auto is_listed = "seq IN (SELECT value FROM json_each(?))";

// Those that match, with their field, and of these the newest.
Matches counted(const Store& store, TrackId track, const Question& question) {
  const auto& query = question.query;
  auto matches = matches_of(question, track);
  if (query.field)
    matches.tests_of(*query.field).text +=
        fmt::format(" AND {} IS NOT NULL", column_of(*query.field));
  if (!query.last) return matches;
  auto newest = first_of(store, track, matches, *query.last, {});
  return {.groups = std::move(matches.groups),
          .entries = {fmt::format(" AND entry.{}", is_listed), {std::move(newest)}},
          .listed = true};
}

// Of each problem only the newest solution that matches is left; returns how many are not.
std::size_t keep_newest_solutions(const Store& store, TrackId track, Matches& matches) {
  const auto older = older_solutions(store, track, matches);
  if (older.empty()) return 0;
  matches.entries.text += fmt::format(" AND NOT entry.{}", is_listed);
  matches.entries.values.emplace_back(list_of(older));
  return older.size();
}

std::size_t total_of(const Store& store, const Matches& matches) {
  const Query number{.of = curriculum::EntryType::session, .measure = Aggregate::count};
  const Sql rows = all_rows_of(number, matches);
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
  const auto best = best_of(store_, track_, question, counted(store_, track_, question));
  if (best) return best->answer;
  return curriculum::needs_field(query.measure) ? std::nullopt : std::optional(0.0);
}

journal::Found StoredFacts::find(const Question& question, std::size_t most,
                                 const journal::Order& order) const {
  const Query& query = question.query;
  if (!has_answer(query)) return {};
  auto matches = counted(store_, track_, question);
  if (query.per) {
    const auto best = best_of(store_, track_, question, matches);
    if (!best) return {};
    add_test(matches, *query.per, curriculum::OneOf{{best->bucket.value()}});
  }

  auto total = total_of(store_, matches);
  if (curriculum::counts_once(query)) total -= keep_newest_solutions(store_, track_, matches);
  if (matches.listed || total <= most) {
    Sql all = joined(matches);
    all.text = fmt::format("seq IN (SELECT entry.seq {})", all.text);
    return {read_entries(store_, all, most, order), total};
  }
  const Sql first{is_listed, {first_of(store_, track_, matches, most, order)}};
  return {read_entries(store_, first, most, order), total};
}

}  // namespace gradus::store
