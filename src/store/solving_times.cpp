#include "store/solving_times.hpp"

#include "gradus/store/entries.hpp"

#include "store/statement.hpp"

namespace gradus::store {

bool solving_times_agree(Connection& connection) {
  return connection.pragma(
             "WITH journal AS (SELECT track, topic, difficulty, minutes, count(*) AS solutions "
             "FROM entry WHERE type = 'problem' AND difficulty IS NOT NULL AND minutes IS NOT NULL "
             "GROUP BY 1, 2, 3, 4), "
             "kept AS (SELECT * FROM solving_time WHERE solutions <> 0) "
             "SELECT EXISTS (SELECT * FROM journal EXCEPT SELECT * FROM kept) "
             "OR EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM journal)") == 0;
}

void recount_solving_times(Connection& connection) {
  connection.execute(
      "DELETE FROM solving_time;"
      "INSERT INTO solving_time SELECT track, topic, difficulty, minutes, count(*) FROM entry "
      "WHERE type = 'problem' AND difficulty IS NOT NULL AND minutes IS NOT NULL "
      "GROUP BY 1, 2, 3, 4");
}

std::vector<journal::SolvingTime> solving_times(const Store& store, TrackId track,
                                                std::optional<calendar::Date> since) {
  Statement rows(store,
                 since ? "SELECT topic, difficulty, minutes, count(*) FROM entry WHERE track = ? "
                         "AND on_day >= ? AND +type = 'problem' GROUP BY 1, 2, 3"
                       : "SELECT topic, difficulty, minutes, solutions FROM solving_time "
                         "WHERE track = ? AND solutions > 0",
                 track);
  if (since) rows.bind(*since);
  std::vector<journal::SolvingTime> times;
  while (rows.next())
    times.push_back({rows.get<curriculum::TopicId>(0), rows.get<curriculum::Difficulty>(1),
                     rows.get<journal::Minutes>(2), rows.get<int>(3)});
  return times;
}

}  // namespace gradus::store
