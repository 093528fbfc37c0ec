#include "store/study_days.hpp"

#include "gradus/store/entries.hpp"

#include "store/statement.hpp"

namespace gradus::store {

bool study_days_agree(Connection& connection) {
  return connection.pragma(
             "WITH journal AS (SELECT track, ifnull(week, '') AS week, on_day, kind, "
             "sum(minutes) AS minutes FROM entry WHERE type = 'session' GROUP BY 1, 2, 3, 4), "
             "kept AS (SELECT track, week, on_day, kind, minutes FROM study_day WHERE minutes <> "
             "0) "
             "SELECT EXISTS (SELECT * FROM journal EXCEPT SELECT * FROM kept) "
             "OR EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM journal)") == 0;
}

void recount_study_days(Connection& connection) {
  connection.execute(
      "DELETE FROM study_day;"
      "INSERT INTO study_day SELECT track, ifnull(week, ''), on_day, kind, sum(minutes) FROM entry "
      "WHERE type = 'session' GROUP BY 1, 2, 3, 4");
}

journal::StudyDays study_days(const Store& store, TrackId track) {
  Statement sums(store,
                 "SELECT week, on_day, kind, minutes FROM study_day "
                 "WHERE track = ? AND week <> '' AND minutes > 0",
                 track);
  journal::StudyDays days;
  while (sums.next()) {
    const auto kind = sums.get<journal::SessionKind>(2);
    days[sums.get<curriculum::WeekId>(0)][sums.get<calendar::Date>(1)].of(journal::fills(kind)) +=
        sums.get<journal::Minutes>(3);
  }
  return days;
}

}  // namespace gradus::store
