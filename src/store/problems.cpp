#include "gradus/journal/title_key.hpp"
#include "gradus/store/entries.hpp"

#include "store/matches.hpp"
#include "store/repeats.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <variant>

namespace gradus::store {
namespace {

Matches problems_of(TrackId track) {
  const curriculum::Query all{.of = curriculum::EntryType::problem,
                              .measure = curriculum::Aggregate::count};
  return matches_of({all, std::nullopt, std::nullopt}, track);
}

}  // namespace

std::vector<journal::ProblemCount> problem_counts(const Store& store, TrackId track) {
  const auto all = problems_of(track);
  const auto again = repeated(track, all);
  Statement counts(store,
                   fmt::format("SELECT week, tier, topic, difficulty, sum(entries) AS number FROM ("
                               "SELECT week, tier, topic, difficulty, entries FROM tally WHERE {} "
                               "UNION ALL SELECT week, tier, topic, difficulty, -1 FROM ("
                               "SELECT tally.week, tally.tier, tally.topic, tally.difficulty, "
                               "row_number() OVER (PARTITION BY tally.tier, tally.topic, "
                               "entry.title_key ORDER BY entry.seq) AS nth "
                               "{}) WHERE nth > 1) "
                               "GROUP BY tier, topic, difficulty, week HAVING number > 0",
                               all.groups.text, again.text));
  bind(counts, all.groups);
  bind(counts, again);
  std::vector<journal::ProblemCount> problems;
  while (counts.next()) {
    problems.push_back({.week = counts.get<std::optional<curriculum::WeekId>>(0),
                        .tier = counts.get<std::optional<curriculum::TierId>>(1),
                        .topic = counts.get<curriculum::TopicId>(2),
                        .difficulty = counts.get<curriculum::Difficulty>(3),
                        .count = counts.get<int>(4)});
  }
  return problems;
}

bool solved_before(const Store& store, TrackId track, const journal::Entry& problem,
                   std::optional<calendar::Date> before) {
  const auto& what = std::get<journal::Problem>(problem.what);
  // By its title: + keeps SQLite from looking at every earlier day.
  Statement found(store,
                  "SELECT 1 FROM entry JOIN tally ON tally.id = entry.tally "
                  "WHERE title_key = ? AND entry.topic = ? AND entry.track = ? AND entry.id <> ? "
                  "AND tally.tier IS ? AND +entry.on_day < ifnull(?, '9999-99-99')",
                  journal::title_key(what.title), what.topic, track, problem.id, problem.tier,
                  before);
  return found.next();
}

std::size_t further_solutions(const Store& store, TrackId track) {
  Statement count(store,
                  "SELECT count(*) - (SELECT count(*) FROM repeated WHERE track = ?1) "
                  "FROM repeated CROSS JOIN entry ON entry.title_key = repeated.title_key "
                  "AND entry.topic = repeated.topic AND entry.track = repeated.track "
                  "WHERE repeated.track = ?1",
                  track);
  return count.next() ? count.get<std::size_t>(0) : 0;
}

std::optional<Solutions> solutions_of(const Store& store, TrackId track,
                                      const curriculum::TopicId& topic, std::string_view title) {
  Statement found(store,
                  "SELECT max(attempts), max(on_day) FROM entry "
                  "WHERE title_key = ? AND topic = ? AND track = ? HAVING count(*) > 0",
                  journal::title_key(title), topic, track);
  if (!found.next()) return std::nullopt;
  return Solutions{found.get<int>(0), found.get<calendar::Date>(1)};
}

}  // namespace gradus::store
