#include "gradus/store/timer.hpp"

#include "store/sqlite_errors.hpp"
#include "store/statement.hpp"

namespace gradus::store {

namespace {

// Of a row that begins with the columns of the watch.
std::optional<journal::Stopwatch> watch_in(const Statement& row) {
  const calendar::Moment started{row.get<calendar::Date>(0), row.get<calendar::TimeOfDay>(1),
                                 row.get<calendar::Minutes>(2)};
  const auto counted = row.get<calendar::Minutes>(3);
  if (const auto paused = row.get<std::optional<calendar::Moment>>(4))
    return journal::Stopwatch::paused_at(started, counted, *paused);
  return journal::Stopwatch::resumed_at(
      started, counted, row.get<std::optional<calendar::Moment>>(5).value_or(started));
}

}  // namespace

std::optional<journal::Timer> load_timer(const Store& store) {
  Statement row(store,
                "SELECT on_day, at, utc_offset, counted, paused_at, resumed_at, name, kind, topic, "
                "week, note FROM timer JOIN track ON track.id = timer.track");
  if (!row.next()) return std::nullopt;
  const auto watch = watch_in(row);
  if (!watch)
    throw damaged(store.connection().file(), "its timer counted more than the time since it began");
  return journal::Timer{.track = row.get<std::string>(6),
                        .watch = *watch,
                        .kind = row.get<journal::SessionKind>(7),
                        .topic = row.get<std::optional<curriculum::TopicId>>(8),
                        .week = row.get<std::optional<curriculum::WeekId>>(9),
                        .note = row.get<std::string>(10)};
}

void save_timer(Store& store, const journal::Timer& timer) {
  const auto& watch = timer.watch;
  const auto& started = watch.started();
  const std::optional<calendar::Moment> since = watch.since();
  const bool resumed = !watch.paused() && watch != journal::Stopwatch(started);
  Statement(store,
            "INSERT INTO timer (id, track, on_day, at, utc_offset, counted, paused_at, resumed_at, "
            "kind, topic, week, note) "
            "VALUES (1, (SELECT id FROM track WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            timer.track, started.on, started.time, started.offset, watch.counted(),
            watch.paused() ? since : std::nullopt, resumed ? since : std::nullopt, timer.kind,
            timer.topic, timer.week, timer.note)
      .run();
}

void remove_timer(Store& store) {
  Statement(store, "DELETE FROM timer").run();
}

}  // namespace gradus::store
