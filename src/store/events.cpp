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
#include <vector>

namespace gradus::store {
namespace {

// Each takes the revision as its parameter. CROSS JOIN keeps the order of the tables, which is that
// of their keys: in any other a long plan takes time by its square. `past` is left out: calendars
// don't show it. A title that isn't known may be another one than before.
constexpr std::array updates{
    "INSERT INTO block_event (calendar, week_key, ordinal, on_day, at, minutes, kind, title, "
    "revision, cancelled) SELECT calendar, block.week_key, ordinal, on_day, at, minutes, kind, "
    "week.title, ?, 0 FROM plan_week AS week CROSS JOIN plan_block AS block "
    "USING (track, week_key) JOIN track ON track.id = block.track WHERE true "
    "ON CONFLICT (calendar, week_key, ordinal) DO UPDATE SET on_day = excluded.on_day, "
    "at = excluded.at, minutes = excluded.minutes, kind = excluded.kind, "
    "title = excluded.title, utc_offset = NULL, revision = excluded.revision, cancelled = 0 "
    "WHERE cancelled OR excluded.title = '' OR (on_day, at, minutes, kind, title) IS NOT "
    "(excluded.on_day, excluded.at, excluded.minutes, excluded.kind, excluded.title)",

    "UPDATE block_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM track CROSS JOIN plan_block AS block ON block.track = track.id "
    "WHERE track.calendar = block_event.calendar "
    "AND block.week_key = block_event.week_key AND block.ordinal = block_event.ordinal)",

    "INSERT INTO due_event (calendar, artefact, on_day, title, revision, cancelled) "
    "SELECT calendar, artefact, on_day, title, ?, 0 "
    "FROM plan_due JOIN track ON track.id = plan_due.track WHERE true "
    "ON CONFLICT (calendar, artefact) DO UPDATE SET on_day = excluded.on_day, "
    "title = excluded.title, revision = excluded.revision, cancelled = 0 WHERE cancelled OR "
    "excluded.title = '' OR (on_day, title) IS NOT (excluded.on_day, excluded.title)",

    "UPDATE due_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM track CROSS JOIN plan_due AS due ON due.track = track.id "
    "WHERE track.calendar = due_event.calendar AND due.artefact = due_event.artefact)",

    "INSERT INTO exam_event (calendar, name, on_day, minutes, kind, task, revision, cancelled) "
    "SELECT calendar, line.name, on_day, minutes, kind, task, ?, 0 FROM plan_exam_line AS line "
    "JOIN track ON track.id = line.track WHERE true "
    "ON CONFLICT (calendar, name) DO UPDATE SET on_day = excluded.on_day, "
    "minutes = excluded.minutes, kind = excluded.kind, task = excluded.task, "
    "revision = excluded.revision, cancelled = 0 WHERE cancelled OR "
    "(on_day, minutes, kind, task) IS NOT "
    "(excluded.on_day, excluded.minutes, excluded.kind, excluded.task)",

    "UPDATE exam_event SET revision = ?, cancelled = 1 WHERE NOT cancelled AND NOT EXISTS "
    "(SELECT 1 FROM track CROSS JOIN plan_exam_line AS line ON line.track = track.id "
    "WHERE track.calendar = exam_event.calendar AND line.name = exam_event.name)",
};

// The revision of a change that is stored now: above what an export, which stores nothing, may have
// told within the same second.
int revision_of_change(const Store& store, calendar::Instant clock) {
  return next_revision(store, clock) + 1;
}

// The track's events, and those of tracks that undo took away: all of these are cancelled.
constexpr std::string_view of_calendar =
    "WHERE calendar = ? OR calendar NOT IN (SELECT calendar FROM track)";

void use_up(const Store& store, int revision) {
  Statement(store, "UPDATE plan_revision SET newest = ?", revision).run();
}

// Of blocks in the plans, those whose day has come while their tier is locked, or had come before
// it was opened. On the day of the gate they are the new tier's, as `today` has them.
constexpr std::string_view waiting =
    "SELECT event.calendar, event.week_key, event.ordinal FROM plan_week AS week "
    "CROSS JOIN track ON track.id = week.track "
    "CROSS JOIN tier ON tier.track = track.id AND tier.id = week.tier "
    "CROSS JOIN block_event AS event "
    "ON event.calendar = track.calendar AND event.week_key = week.week_key "
    "WHERE NOT cancelled AND on_day <= ? AND (tier.state = 'locked' OR on_day < "
    "(SELECT max(passed_on) FROM tier AS before "
    "WHERE before.track = track.id AND before.position < tier.position))";

// An event whose UTC time is not the one that is kept.
struct OutOfZone {
  std::string calendar;
  std::string week_key;
  int ordinal;
  bool told;  // at another time; else it has none yet
  calendar::Minutes now;
};

std::vector<OutOfZone> events_out_of_zone(const Store& store, const calendar::OffsetOf& offset_of) {
  std::vector<OutOfZone> found;
  Statement rows(store,
                 "SELECT calendar, week_key, ordinal, on_day, at, utc_offset FROM block_event "
                 "WHERE at IS NOT NULL");
  while (rows.next()) {
    const auto kept = rows.get<std::optional<calendar::Minutes>>(5);
    const auto now = offset_of(rows.get<calendar::Date>(3), rows.get<calendar::TimeOfDay>(4));
    if (kept != now)
      found.push_back({rows.get<std::string>(0), rows.get<std::string>(1), rows.get<int>(2),
                       kept.has_value(), now});
  }
  return found;
}

}  // namespace

std::int64_t least_revision(calendar::Instant clock) {
  constexpr auto start = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}.time_since_epoch();
  const auto since = std::chrono::floor<std::chrono::seconds>(clock.since_1970() - start);
  return std::clamp<std::int64_t>(since.count(), 0, std::numeric_limits<std::int32_t>::max() / 2);
}

void update_events(const Store& store, calendar::Instant clock) {
  const auto revision = revision_of_change(store, clock);
  int changed = 0;
  for (const char* update : updates) changed += Statement(store, update, revision).run();
  if (changed > 0) use_up(store, revision);
}

int next_revision(const Store& store, calendar::Instant clock) {
  Statement next(store, "SELECT newest + 1 FROM plan_revision");
  if (!next.next()) throw damaged(store.connection().file(), "the plan's revision is missing");
  return static_cast<int>(std::max(next.get<std::int64_t>(0), least_revision(clock)));
}

void keep_zone(Store& store, const calendar::OffsetOf& offset_of, calendar::Instant clock) {
  const auto revision = revision_of_change(store, clock);
  int changed = 0;
  for (const auto& event : events_out_of_zone(store, offset_of)) {
    Statement(store,
              "UPDATE block_event SET utc_offset = ?, revision = iif(?, ?, revision) "
              "WHERE calendar = ? AND week_key = ? AND ordinal = ?",
              event.now, event.told, revision, event.calendar, event.week_key, event.ordinal)
        .run();
    changed += event.told ? 1 : 0;
  }
  if (changed > 0) use_up(store, revision);
}

void keep_waiting(Store& store, calendar::Date today, calendar::Instant clock) {
  const auto revision = revision_of_change(store, clock);
  const int changed =
      Statement(store,
                fmt::format("WITH waiting AS MATERIALIZED ({}) "
                            "UPDATE block_event SET waits = NOT waits, revision = ? "
                            "WHERE NOT cancelled AND waits <> "
                            "((calendar, week_key, ordinal) IN (SELECT * FROM waiting))",
                            waiting),
                today, revision)
          .run();
  if (changed > 0) use_up(store, revision);
}

namespace {

std::vector<plan::BlockEvent> load_blocks(const Store& store, const std::string& calendar,
                                          calendar::Date today) {
  std::vector<plan::BlockEvent> events;
  Statement blocks(
      store,
      fmt::format("SELECT calendar, week_key, ordinal, on_day, at, minutes, kind, "
                  "title, utc_offset, revision, cancelled, waits, iif(cancelled, waits, "
                  "(calendar, week_key, ordinal) IN ({})) FROM block_event {} "
                  "ORDER BY on_day, at, week_key, ordinal, calendar",
                  waiting, of_calendar),
      today, calendar);
  while (blocks.next()) {
    events.push_back({.calendar = blocks.get<std::string>(0),
                      .week_key = blocks.get<std::string>(1),
                      .ordinal = blocks.get<int>(2),
                      .block = {.on = blocks.get<calendar::Date>(3),
                                .at = blocks.get<std::optional<calendar::TimeOfDay>>(4),
                                .minutes = blocks.get<plan::Minutes>(5),
                                .kind = blocks.get<calendar::BlockKind>(6)},
                      .title = blocks.get<std::string>(7),
                      .offset = blocks.get<std::optional<plan::Minutes>>(8),
                      .revision = blocks.get<int>(9),
                      .cancelled = blocks.get<bool>(10),
                      .waits = blocks.get<bool>(12),
                      .waited = blocks.get<bool>(11)});
  }
  return events;
}

std::vector<plan::DueEvent> load_due(const Store& store, const std::string& calendar) {
  std::vector<plan::DueEvent> events;
  Statement due(
      store,
      fmt::format("SELECT calendar, artefact, on_day, title, revision, cancelled FROM due_event "
                  "{} ORDER BY on_day, artefact, calendar",
                  of_calendar),
      calendar);
  while (due.next()) {
    events.push_back({.calendar = due.get<std::string>(0),
                      .artefact = due.get<curriculum::ArtefactId>(1),
                      .on = due.get<calendar::Date>(2),
                      .title = due.get<std::string>(3),
                      .revision = due.get<int>(4),
                      .cancelled = due.get<bool>(5)});
  }
  return events;
}

std::vector<plan::ExamEvent> load_exam_lines(const Store& store, const std::string& calendar) {
  std::vector<plan::ExamEvent> events;
  Statement lines(store,
                  fmt::format("SELECT calendar, name, on_day, minutes, kind, task, revision, "
                              "cancelled FROM exam_event {} ORDER BY on_day, name, calendar",
                              of_calendar),
                  calendar);
  while (lines.next()) {
    events.push_back({.calendar = lines.get<std::string>(0),
                      .line = {.name = lines.get<std::string>(1),
                               .on = lines.get<calendar::Date>(2),
                               .minutes = lines.get<plan::Minutes>(3),
                               .kind = lines.get<plan::ExamWork>(4),
                               .task = lines.get<std::string>(5)},
                      .revision = lines.get<int>(6),
                      .cancelled = lines.get<bool>(7)});
  }
  return events;
}

}  // namespace

plan::Events load_events(const Store& store, TrackId track, calendar::Date today) {
  Statement named(store, "SELECT calendar FROM track WHERE id = ?", track);
  if (!named.next())
    throw NotFound("the store has no such track", "gradus track list shows those it has");
  const auto calendar = named.get<std::string>(0);
  return {.blocks = load_blocks(store, calendar, today),
          .due = load_due(store, calendar),
          .exam = load_exam_lines(store, calendar)};
}

}  // namespace gradus::store
