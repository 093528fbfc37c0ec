#include "gradus/store/recall.hpp"

#include "gradus/journal/title_key.hpp"

#include "store/recall_cache.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace gradus::store {
namespace {

using journal::ReviewOf;

constexpr std::string_view state_columns =
    "recall_state.last_day, recall_state.grade, recall_state.difficulty, recall_state.again, "
    "recall_state.hard, recall_state.good, recall_state.easy";
constexpr int state_count = 7;

recall::State read_state(const Statement& row) {
  const auto grade = recall::grade_of(row.get<int>(1)).value_or(recall::Grade::again);
  recall::State state{
      {0, row.get<double>(2)},
      row.get<calendar::Date>(0),
      grade,
      {row.get<double>(3), row.get<double>(4), row.get<double>(5), row.get<double>(6)}};
  state.memory.stability = state.stabilities.at(static_cast<std::size_t>(grade) - 1);
  return state;
}

// `source`: tables with recall and recall_state, and a condition.
std::string select_items(std::string_view source) {
  return fmt::format(
      "SELECT {}, recall.entry, recall.of, ifnull(entry.title, recall.entry), recall.topic, "
      "entry.url, recall.minutes FROM {}",
      state_columns, source);
}

constexpr std::string_view with_entry =
    "CROSS JOIN recall_state ON recall_state.id = recall.state "
    "LEFT JOIN entry ON recall.of = 'problem' AND entry.id = recall.entry";

RecallItem read_item(const Statement& row) {
  const auto of = row.get<ReviewOf>(state_count + 1);
  std::optional<curriculum::TopicId> topic;
  if (of == ReviewOf::problem) topic = row.get<curriculum::TopicId>(state_count + 3);
  return {.id = row.get<std::string>(state_count),
          .of = of,
          .title = row.get<std::string>(state_count + 2),
          .topic = topic,
          .url = row.get<std::optional<std::string>>(state_count + 4),
          .minutes = row.get<journal::Minutes>(state_count + 5),
          .state = read_state(row)};
}

std::optional<RecallItem> find_item(const Store& store, TrackId track, ReviewOf of,
                                    const std::string& topic, const std::string& item) {
  static const auto sql = select_items(
      fmt::format("recall {} WHERE recall.track = ? AND recall.of = ? AND recall.topic = ? "
                  "AND recall.item = ?",
                  with_entry));
  Statement found(store, sql, track, of, topic, item);
  if (!found.next()) return std::nullopt;
  return read_item(found);
}

}  // namespace

std::vector<AlikeItems> recall_groups(const Store& store, TrackId track) {
  Statement rows(
      store,
      fmt::format("SELECT {}, items, minutes, id FROM recall_state WHERE track = ?", state_columns),
      track);
  std::vector<AlikeItems> groups;
  while (rows.next())
    groups.push_back({{read_state(rows), rows.get<int>(state_count),
                       rows.get<journal::Minutes>(state_count + 1)},
                      rows.get<StateGroup>(state_count + 2)});
  return groups;
}

std::vector<RecallItem> recall_items(const Store& store, const AlikeItems& group,
                                     std::size_t most) {
  static const auto sql =
      select_items(fmt::format("recall {} WHERE recall.state = ? ORDER BY recall.minutes, "
                               "recall.track, recall.of, recall.topic, recall.item LIMIT ?",
                               with_entry));
  Statement rows(store, sql, static_cast<std::int64_t>(group.id), static_cast<std::int64_t>(most));
  std::vector<RecallItem> items;
  while (rows.next()) items.push_back(read_item(rows));
  return items;
}

std::vector<journal::Minutes> recall_minutes(const Store& store, const AlikeItems& group,
                                             std::size_t most) {
  Statement rows(store, "SELECT minutes FROM recall WHERE state = ? ORDER BY minutes LIMIT ?",
                 static_cast<std::int64_t>(group.id), static_cast<std::int64_t>(most));
  std::vector<journal::Minutes> minutes;
  while (rows.next()) minutes.push_back(rows.get<journal::Minutes>(0));
  return minutes;
}

ReviewedItems reviewed_on(const Store& store, TrackId track, calendar::Date day) {
  // CROSS JOIN keeps the order of the tables; + keeps SQLite to the index by day.
  Statement found(
      store,
      "SELECT count(*), ifnull(sum(minutes), 0) FROM ("
      "SELECT recall.of, recall.topic, recall.item, recall.minutes FROM entry AS review "
      "CROSS JOIN entry AS solution ON solution.id = review.item CROSS JOIN recall "
      "ON recall.track = review.track AND recall.of = review.of AND recall.topic = solution.topic "
      "AND recall.item = solution.title_key "
      "WHERE review.track = ?1 AND review.on_day = ?2 AND +review.type = 'review' "
      "AND +review.of = 'problem' UNION "
      "SELECT recall.of, recall.topic, recall.item, recall.minutes FROM entry AS review "
      "CROSS JOIN recall ON recall.track = review.track AND recall.of = review.of "
      "AND recall.topic = '' AND recall.item = review.item "
      "WHERE review.track = ?1 AND review.on_day = ?2 AND +review.type = 'review' "
      "AND +review.of = 'drill')",
      track, day);
  if (!found.next()) return {};
  return {found.get<int>(0), found.get<journal::Minutes>(1)};
}

std::size_t lost_reviews(const Store& store, TrackId track, calendar::Date from,
                         calendar::Date to) {
  Statement found(store,
                  "SELECT count(*) FROM entry AS review WHERE track = ? AND on_day BETWEEN ? AND ? "
                  "AND +type = 'review' AND +of = 'problem' AND NOT EXISTS ("
                  "SELECT 1 FROM entry AS solution WHERE solution.id = review.item "
                  "AND solution.track = review.track AND solution.title_key IS NOT NULL)",
                  track, from, to);
  return found.next() ? found.get<std::size_t>(0) : 0;
}

std::optional<RecallItem> recall_of_problem(const Store& store, TrackId track,
                                            const journal::Entry& solution) {
  const auto* const problem = std::get_if<journal::Problem>(&solution.what);
  if (problem == nullptr) return std::nullopt;
  return find_item(store, track, ReviewOf::problem, problem->topic.text(),
                   journal::title_key(problem->title));
}

std::optional<RecallItem> recall_of_drill(const Store& store, TrackId track,
                                          const std::string& drill) {
  return find_item(store, track, ReviewOf::drill, {}, drill);
}

std::vector<std::string> known_drills(const Store& store, TrackId track) {
  Statement rows(store,
                 "SELECT item FROM recall WHERE track = ? AND of = 'drill' AND topic = '' "
                 "ORDER BY item",
                 track);
  std::vector<std::string> ids;
  while (rows.next()) ids.push_back(rows.get<std::string>(0));
  return ids;
}

void bring_recall_up_to_date(const Store& store) {
  refresh_recall(store);
}

std::optional<double> topic_recall(const Store& store, TrackId track,
                                   const curriculum::TopicId& topic, calendar::Date on) {
  static const auto sql = fmt::format(
      "SELECT {}, recall_topic.items FROM recall_topic "
      "CROSS JOIN recall_state ON recall_state.id = recall_topic.state "
      "WHERE recall_topic.track = ? AND recall_topic.topic = ? "
      "ORDER BY recall_topic.last_day DESC, recall_topic.state DESC",
      state_columns);
  Statement rows(store, sql, track, topic);
  int problems = 0;
  double remembered = 0;
  while (problems < most_of_a_topic && rows.next()) {
    const auto items = std::min(rows.get<int>(state_count), most_of_a_topic - problems);
    problems += items;
    remembered += items * recall::retrievability(read_state(rows), on);
  }
  if (problems == 0) return std::nullopt;
  return remembered / problems;
}

}  // namespace gradus::store
