#include "gradus/store/entries.hpp"

#include "store/statement.hpp"

namespace gradus::store {
namespace {

// From the groups, so that it takes no longer with more entries. Of problems solved more than once,
// which are few, the further solutions are taken off. The parameter is the track.
constexpr auto all_time =
    "SELECT topic, sum(study), sum(solving), sum(problems), sum(first_tries), max(newest) FROM ("
    "SELECT topic, iif(type = 'session', minutes, 0) AS study, "
    "iif(type = 'problem', minutes, 0) AS solving, iif(type = 'problem', entries, 0) AS problems, "
    "iif(type = 'problem' AND attempts = 1 AND help_used = 0, entries, 0) AS first_tries, "
    "(SELECT max(on_day) FROM entry WHERE entry.tally = tally.id) AS newest FROM tally "
    "WHERE track = ?1 AND type IN ('session', 'problem') AND topic IS NOT NULL AND entries > 0 "
    "UNION ALL SELECT topic, 0, 0, -1, -first_try, NULL FROM ("
    "SELECT entry.topic, tally.attempts = 1 AND tally.help_used = 0 AS first_try, "
    "row_number() OVER (PARTITION BY entry.topic, entry.title_key "
    "ORDER BY entry.on_day, entry.at, entry.seq) AS nth "
    "FROM repeated CROSS JOIN entry ON entry.title_key = repeated.title_key "
    "AND entry.topic = repeated.topic AND entry.track = repeated.track "
    "CROSS JOIN tally ON tally.id = entry.tally WHERE repeated.track = ?1) WHERE nth > 1) "
    "GROUP BY topic";

// The parameters are the track and the day.
constexpr auto since_day =
    "SELECT topic, sum(iif(type = 'session', minutes, 0)), sum(iif(type = 'problem', minutes, 0)), "
    "sum(type = 'problem' AND nth = 1), "
    "sum(type = 'problem' AND nth = 1 AND attempts = 1 AND help_used = 0), max(on_day) FROM ("
    "SELECT type, topic, minutes, attempts, help_used, on_day, row_number() OVER ("
    "PARTITION BY type, topic, title_key ORDER BY on_day, at, seq) AS nth FROM entry "
    "WHERE track = ? AND on_day >= ? AND +type IN ('session', 'problem') AND topic IS NOT NULL) "
    "GROUP BY topic";

std::vector<journal::TopicSum> read(Statement& rows) {
  std::vector<journal::TopicSum> sums;
  while (rows.next())
    sums.push_back({.topic = rows.get<curriculum::TopicId>(0),
                    .minutes = rows.get<journal::Minutes>(1),
                    .problem_minutes = rows.get<journal::Minutes>(2),
                    .problems = rows.get<int>(3),
                    .first_tries = rows.get<int>(4),
                    .last_on = rows.get<calendar::Date>(5)});
  return sums;
}

}  // namespace

std::vector<journal::TopicSum> topic_sums(const Store& store, TrackId track,
                                          std::optional<calendar::Date> since) {
  if (since) {
    Statement rows(store, since_day, track, *since);
    return read(rows);
  }
  Statement rows(store, all_time, track);
  return read(rows);
}

}  // namespace gradus::store
