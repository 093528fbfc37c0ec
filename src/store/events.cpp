#include "store/events.hpp"

#include "gradus/store/plans.hpp"

#include "store/statement.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>

namespace gradus::store {
namespace {

// Each takes the revision as its parameter. `past` is left out: calendars don't show it.
constexpr std::array updates{
    "INSERT INTO block_event "
    "SELECT track, week_key, ordinal, on_day, at, minutes, kind, ?, 0 FROM plan_block WHERE true "
    "ON CONFLICT (track, week_key, ordinal) DO UPDATE SET on_day = excluded.on_day, "
    "at = excluded.at, minutes = excluded.minutes, kind = excluded.kind, "
    "revision = excluded.revision, cancelled = 0 "
    "WHERE cancelled OR (on_day, at, minutes, kind) IS NOT "
    "(excluded.on_day, excluded.at, excluded.minutes, excluded.kind)",

    "UPDATE block_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM plan_block AS block WHERE block.track = block_event.track "
    "AND block.week_key = block_event.week_key AND block.ordinal = block_event.ordinal)",

    "INSERT INTO due_event SELECT track, artefact, on_day, ?, 0 FROM plan_due WHERE true "
    "ON CONFLICT (track, artefact) DO UPDATE SET on_day = excluded.on_day, "
    "revision = excluded.revision, cancelled = 0 WHERE cancelled OR on_day <> excluded.on_day",

    "UPDATE due_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM plan_due AS due WHERE due.track = due_event.track "
    "AND due.artefact = due_event.artefact)",
};

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
  Statement uid(store, "SELECT calendar FROM track WHERE id = ?", track);
  if (!uid.next())
    throw NotFound("the store has no such track", "gradus track list shows those it has");
  plan::Events events;
  events.uid = uid.get<std::string>(0);
  Statement blocks(store,
                   "SELECT week_key, ordinal, on_day, at, minutes, kind, revision, cancelled "
                   "FROM block_event WHERE track = ? ORDER BY on_day, at, week_key, ordinal",
                   track);
  while (blocks.next()) {
    events.blocks.push_back({.week_key = blocks.get<std::string>(0),
                             .ordinal = blocks.get<int>(1),
                             .block = {.on = blocks.get<calendar::Date>(2),
                                       .at = blocks.get<std::optional<calendar::TimeOfDay>>(3),
                                       .minutes = blocks.get<plan::Minutes>(4),
                                       .kind = blocks.get<calendar::BlockKind>(5)},
                             .revision = blocks.get<int>(6),
                             .cancelled = blocks.get<bool>(7)});
  }
  Statement due(store,
                "SELECT artefact, on_day, revision, cancelled FROM due_event WHERE track = ? "
                "ORDER BY on_day, artefact",
                track);
  while (due.next()) {
    events.due.push_back({.artefact = due.get<curriculum::ArtefactId>(0),
                          .on = due.get<calendar::Date>(1),
                          .revision = due.get<int>(2),
                          .cancelled = due.get<bool>(3)});
  }
  return events;
}

}  // namespace gradus::store
