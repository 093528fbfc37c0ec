#include "gradus/store/timer.hpp"

#include "store/statement.hpp"

namespace gradus::store {

std::optional<journal::Timer> load_timer(const Store& store) {
  Statement row(store,
                "SELECT name, on_day, at, utc_offset, kind, topic, week, note "
                "FROM timer JOIN track ON track.id = timer.track");
  if (!row.next()) return std::nullopt;
  return journal::Timer{.track = row.get<std::string>(0),
                        .started = {row.get<calendar::Date>(1), row.get<calendar::TimeOfDay>(2),
                                    row.get<calendar::Minutes>(3)},
                        .kind = row.get<journal::SessionKind>(4),
                        .topic = row.get<std::optional<curriculum::TopicId>>(5),
                        .week = row.get<std::optional<curriculum::WeekId>>(6),
                        .note = row.get<std::string>(7)};
}

void save_timer(Store& store, const journal::Timer& timer) {
  Statement(store,
            "INSERT INTO timer (id, track, on_day, at, utc_offset, kind, topic, week, note) "
            "VALUES (1, (SELECT id FROM track WHERE name = ?), ?, ?, ?, ?, ?, ?, ?)",
            timer.track, timer.started.on, timer.started.time, timer.started.offset, timer.kind,
            timer.topic, timer.week, timer.note)
      .run();
}

void remove_timer(Store& store) {
  Statement(store, "DELETE FROM timer").run();
}

}  // namespace gradus::store
