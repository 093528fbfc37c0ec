#include "store/events.hpp"

#include "gradus/store/plans.hpp"

#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::store {
namespace {

// Each takes the revision as its parameter. `past` is left out: calendars don't show it.
constexpr std::array updates{
    "INSERT INTO block_event (calendar, week_key, ordinal, on_day, at, minutes, kind, revision, "
    "cancelled) SELECT calendar, week_key, ordinal, on_day, at, minutes, kind, ?, 0 "
    "FROM plan_block JOIN track ON track.id = plan_block.track WHERE true "
    "ON CONFLICT (calendar, week_key, ordinal) DO UPDATE SET on_day = excluded.on_day, "
    "at = excluded.at, minutes = excluded.minutes, kind = excluded.kind, "
    "revision = excluded.revision, cancelled = 0 "
    "WHERE cancelled OR (on_day, at, minutes, kind) IS NOT "
    "(excluded.on_day, excluded.at, excluded.minutes, excluded.kind)",

    "UPDATE block_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM track JOIN plan_block AS block ON block.track = track.id "
    "WHERE track.calendar = block_event.calendar "
    "AND block.week_key = block_event.week_key AND block.ordinal = block_event.ordinal)",

    "INSERT INTO due_event (calendar, artefact, on_day, revision, cancelled) "
    "SELECT calendar, artefact, on_day, ?, 0 "
    "FROM plan_due JOIN track ON track.id = plan_due.track WHERE true "
    "ON CONFLICT (calendar, artefact) DO UPDATE SET on_day = excluded.on_day, "
    "revision = excluded.revision, cancelled = 0 WHERE cancelled OR on_day <> excluded.on_day",

    "UPDATE due_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM track JOIN plan_due AS due ON due.track = track.id "
    "WHERE track.calendar = due_event.calendar AND due.artefact = due_event.artefact)",
};

// The track's events, and those of tracks that undo took away: all of these are cancelled.
constexpr std::string_view of_calendar =
    "WHERE calendar = ? OR calendar NOT IN (SELECT calendar FROM track)";

std::int64_t next_revision(const Store& store, calendar::Instant clock) {
  Statement next(store, "SELECT newest + 1 FROM plan_revision");
  if (!next.next()) throw damaged(store.connection().file(), "the plan's revision is missing");
  return std::max(next.get<std::int64_t>(0), least_revision(clock));
}

}  // namespace

std::int64_t least_revision(calendar::Instant clock) {
  constexpr auto start = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}.time_since_epoch();
  const auto since = std::chrono::floor<std::chrono::seconds>(clock.since_1970() - start);
  return std::clamp<std::int64_t>(since.count(), 0, std::numeric_limits<std::int32_t>::max() / 2);
}

void update_events(const Store& store, calendar::Instant clock) {
  const auto revision = next_revision(store, clock);
  int changed = 0;
  for (const char* update : updates) changed += Statement(store, update, revision).run();
  if (changed > 0) Statement(store, "UPDATE plan_revision SET newest = ?", revision).run();
}

plan::Events load_events(const Store& store, TrackId track) {
  Statement named(store, "SELECT calendar FROM track WHERE id = ?", track);
  if (!named.next())
    throw NotFound("the store has no such track", "gradus track list shows those it has");
  const auto calendar = named.get<std::string>(0);
  plan::Events events;
  Statement blocks(store,
                   fmt::format("SELECT calendar, week_key, ordinal, on_day, at, minutes, kind, "
                               "revision, cancelled FROM block_event {} "
                               "ORDER BY on_day, at, week_key, ordinal, calendar",
                               of_calendar),
                   calendar);
  while (blocks.next()) {
    events.blocks.push_back({.calendar = blocks.get<std::string>(0),
                             .week_key = blocks.get<std::string>(1),
                             .ordinal = blocks.get<int>(2),
                             .block = {.on = blocks.get<calendar::Date>(3),
                                       .at = blocks.get<std::optional<calendar::TimeOfDay>>(4),
                                       .minutes = blocks.get<plan::Minutes>(5),
                                       .kind = blocks.get<calendar::BlockKind>(6)},
                             .revision = blocks.get<int>(7),
                             .cancelled = blocks.get<bool>(8)});
  }
  Statement due(store,
                fmt::format("SELECT calendar, artefact, on_day, revision, cancelled FROM due_event "
                            "{} ORDER BY on_day, artefact, calendar",
                            of_calendar),
                calendar);
  while (due.next()) {
    events.due.push_back({.calendar = due.get<std::string>(0),
                          .artefact = due.get<curriculum::ArtefactId>(1),
                          .on = due.get<calendar::Date>(2),
                          .revision = due.get<int>(3),
                          .cancelled = due.get<bool>(4)});
  }
  return events;
}

}  // namespace gradus::store
