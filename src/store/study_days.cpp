#include "store/study_days.hpp"

#include "gradus/store/entries.hpp"

#include "store/statement.hpp"

#include <map>
#include <optional>
#include <utility>

namespace gradus::store {
namespace {

using curriculum::WeekId;
using curriculum::WeekMinutes;
using journal::Minutes;

// Adds the row's minutes to those of the kind of block that its kind of session fills.
void add(WeekMinutes& minutes, const Statement& row, int kind) {
  minutes.of(journal::fills(row.get<journal::SessionKind>(kind))) += row.get<Minutes>(kind + 1);
}

// Of all time: the groups of the tally are few.
std::map<WeekId, WeekMinutes> study_by_week(const Store& store, TrackId track) {
  Statement sums(store,
                 "SELECT week, kind, sum(minutes) FROM tally WHERE track = ? AND type = 'session' "
                 "AND week IS NOT NULL AND minutes > 0 GROUP BY 1, 2",
                 track);
  std::map<WeekId, WeekMinutes> weeks;
  while (sums.next()) add(weeks[sums.get<WeekId>(0)], sums, 1);
  return weeks;
}

// The days of a week, of which `all` is the sum.
std::map<calendar::Date, WeekMinutes> days_until(const Store& store, TrackId track,
                                                 const WeekId& week, Minutes enough,
                                                 WeekMinutes all) {
  Statement sums(store,
                 "SELECT on_day, kind, minutes FROM study_day WHERE track = ? AND week = ? "
                 "AND minutes > 0 ORDER BY on_day",
                 track, week);
  std::map<calendar::Date, WeekMinutes> days;
  std::optional<calendar::Date> last;
  Minutes before{0};  // that day
  while (sums.next()) {
    const auto day = sums.get<calendar::Date>(0);
    if (last && *last != day) {
      const auto& full = days[*last];
      before += full.total();
      for (const auto kind : calendar::block_kinds) all.of(kind) -= full.of(kind);
      if (before >= enough) {
        days.emplace(day, all);
        break;
      }
    }
    last = day;
    add(days[day], sums, 1);
  }
  return days;
}

}  // namespace

bool study_days_agree(Connection& connection) {
  return connection.pragma(
             "WITH journal AS (SELECT track, ifnull(week, '') AS week, on_day, kind, "
             "sum(minutes) AS minutes FROM entry WHERE type = 'session' GROUP BY 1, 2, 3, 4), "
             "kept AS (SELECT track, week, on_day, kind, minutes FROM study_day WHERE minutes <> "
             "0), "
             "days AS (SELECT track, on_day, kind, sum(minutes) FROM journal WHERE week <> '' "
             "GROUP BY 1, 2, 3), "
             "kept_days AS (SELECT * FROM study_total WHERE minutes <> 0) "
             "SELECT EXISTS (SELECT * FROM journal EXCEPT SELECT * FROM kept) "
             "OR EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM journal) "
             "OR EXISTS (SELECT * FROM days EXCEPT SELECT * FROM kept_days) "
             "OR EXISTS (SELECT * FROM kept_days EXCEPT SELECT * FROM days)") == 0;
}

// The rows that come in are added to the totals by trigger.
void recount_study_days(Connection& connection) {
  connection.execute(
      "DELETE FROM study_day; DELETE FROM study_total;"
      "INSERT INTO study_day SELECT track, ifnull(week, ''), on_day, kind, sum(minutes) FROM entry "
      "WHERE type = 'session' GROUP BY 1, 2, 3, 4");
}

journal::StudyDays study_days(const Store& store, TrackId track) {
  Statement sums(store,
                 "SELECT week, on_day, kind, minutes FROM study_day "
                 "WHERE track = ? AND week <> '' AND minutes > 0",
                 track);
  journal::StudyDays days;
  while (sums.next()) add(days[sums.get<WeekId>(0)][sums.get<calendar::Date>(1)], sums, 2);
  return days;
}

journal::StudyDays study_days_until(const Store& store, TrackId track,
                                    const std::map<WeekId, Minutes>& enough) {
  journal::StudyDays days;
  for (const auto& [week, all] : study_by_week(store, track)) {
    const auto found = enough.find(week);
    const auto needed = found == enough.end() ? Minutes{0} : found->second;
    days.emplace(week, days_until(store, track, week, needed, all));
  }
  return days;
}

journal::StudyDays study_days_since(const Store& store, TrackId track,
                                    const std::set<WeekId>& weeks, calendar::Date since) {
  journal::StudyDays days;
  for (const auto& week : weeks) {
    Statement sums(store,
                   "SELECT on_day, kind, minutes FROM study_day WHERE track = ? AND week = ? "
                   "AND on_day >= ? AND minutes > 0",
                   track, week, since);
    while (sums.next()) add(days[week][sums.get<calendar::Date>(0)], sums, 1);
  }
  return days;
}

journal::StudyByDay study_by_day(const Store& store, TrackId track) {
  Statement sums(store,
                 "SELECT on_day, kind, minutes FROM study_total WHERE track = ? AND minutes > 0",
                 track);
  journal::StudyByDay days;
  while (sums.next()) add(days[sums.get<calendar::Date>(0)], sums, 1);
  return days;
}

}  // namespace gradus::store
