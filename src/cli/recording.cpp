#include "cli/recording.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// How the week is now.
std::string week_line(const track::FilledWeek& week) {
  const auto name = week.only_one ? week.id.text()
                                  : fmt::format("{} (plan week {})", week.id.text(), week.number);
  const auto left = week.progress.planned - week.progress.actual;
  return fmt::format("{}: {} of {} studied, {}", name,
                     calendar::format_duration(week.progress.actual),
                     calendar::format_duration(week.progress.planned),
                     left.count() > 0 ? calendar::format_duration(left) + " to go" : "all of it");
}

std::string gate_line(const track::MovedCriterion& moved) {
  return fmt::format(
      "{}: {}{}", moved.now.title, report::describe(moved.now.outcome),
      moved.others == 0 ? "" : fmt::format(" (and {} more: gradus ready)", moved.others));
}

// What the entry moved.
std::string moved_line(const track::Recorded& recorded) {
  std::vector<std::string> parts;
  if (recorded.week) parts.push_back(week_line(*recorded.week));
  if (recorded.moved) parts.push_back(gate_line(*recorded.moved));
  if (recorded.locked)
    parts.push_back(
        fmt::format("{} is locked: counted once it opens", recorded.entry.tier->text()));
  return fmt::format("{}", fmt::join(parts, " · "));
}

void warn(const track::Recorded& recorded, const plan::Plan& plan, const Session& session) {
  const auto& [overlaps, day, before_start] = recorded.warnings;
  const auto& on = recorded.entry.on;
  for (const auto& [other, id] : overlaps)
    session.warn(fmt::format("it overlaps {} on {} at {} ({}); both count [overlap]",
                             report::describe(other), other.on.iso(), other.at->time.text(), id));
  if (day)
    session.warn(fmt::format("{} now holds {} of study, and a day has 24 hours [day-over-24h]",
                             on.iso(), calendar::format_duration(*day)));
  if (before_start)
    session.warn(
        fmt::format("{} lies before the track's start on {}; it counts all the same "
                    "[before-start]",
                    on.iso(), plan.start.iso()));
}

// Samoa's 30th of December 2011, when it moved to the other side of the date line.
bool is_skipped(calendar::Date day, const Session& session) {
  constexpr std::array times{0, 12 * 60, 24 * 60 - 1};
  return std::ranges::all_of(times, [&](int time) {
    return session.world.local_offset(day, calendar::TimeOfDay{calendar::Minutes{time}}).skipped;
  });
}

}  // namespace

calendar::Date read_day(const std::string& text, const Session& session) {
  const auto today = session.today;
  const auto day = text.empty() ? today : calendar::read_date(text, today);
  if (is_skipped(day, session))
    throw Error(fmt::format("there was no {} here: the clocks skipped the whole day", day.iso()),
                "name the day before or after");
  if (day <= today) return day;
  throw Error(fmt::format("\"{}\" was read as {}, which lies in the future (today is {})", text,
                          day.iso(), today.iso()),
              "record it on the day it is done, or name a past day: --on yesterday");
}

calendar::Moment read_at(const std::string& text, calendar::Date on, const Session& session) {
  if (const auto time = calendar::TimeOfDay::parse(text)) return local_moment(on, *time, session);
  throw Error(fmt::format("--at \"{}\" is not a time of day", text),
              "times run from 00:00 to 23:59, such as --at 19:00");
}

calendar::Moment local_moment(calendar::Date on, calendar::TimeOfDay time, const Session& session) {
  const auto offset = session.world.local_offset(on, time);
  if (!offset.skipped) return {on, time, offset.east};
  throw Error(
      fmt::format("there was no {} on {}: the clocks went forward then", time.text(), on.iso()),
      "name a time before or after the gap");
}

track::NewEntry new_entry(const Recording& recording, journal::What what, const Session& session) {
  const auto on = read_day(recording.on, session);
  return {
      .id = journal::EntryId::from_random(session.world.random_bytes()),
      .on = on,
      .at = recording.at.empty() ? std::nullopt : std::optional(read_at(recording.at, on, session)),
      .week = given(recording.week),
      .note = recording.note,
      .what = std::move(what)};
}

ExitCode record(store::Store& store, const track::LoadedTrack& track, const track::NewEntry& entry,
                const Session& session) {
  const auto recorded =
      track::record(store, track, entry, session.today, session.world.clock(), session.warnings);
  const auto& now = recorded.entry;
  const std::string what = report::describe(now);
  commit(store, what, session);

  warn(recorded, track.plan, session);
  if (session.json) {
    session.answer(exchange::to_json(now) + "\n");
    return ExitCode::done;
  }
  if (const auto moved = moved_line(recorded); !moved.empty()) session.say(moved);
  const bool names_week = now.type() == curriculum::EntryType::session || !now.week;
  session.say(fmt::format("Recorded {}{} on {} as {}. Take it back: gradus undo", what,
                          names_week ? "" : " in " + now.week->text(), now.on.iso(),
                          recorded.short_id));
  return ExitCode::done;
}

}  // namespace gradus::cli
