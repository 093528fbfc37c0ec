#include "cli/recording.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace gradus::cli {
namespace {

calendar::Date read_day(const std::string& text, calendar::Date today) {
  if (text.empty()) return today;
  const auto day = calendar::read_date(text, today);
  if (day <= today) return day;
  throw Error(fmt::format("\"{}\" was read as {}, which lies in the future (today is {})", text,
                          day.iso(), today.iso()),
              "record it on the day it is done, or name a past day: --on yesterday");
}

curriculum::WeekId choose_week(const std::string& wanted, const OpenTrack& open,
                               const store::Store& store, calendar::Date today) {
  if (!wanted.empty()) return curriculum::find_week(open.track.curriculum, wanted).id;
  const auto logged = store::minutes_by_week(store, open.id);
  return current_week(open.track, logged, today).load.carries.front();
}

// How the entry's week stands now that the entry is in.
std::string week_line(const store::Store& store, const OpenTrack& open,
                      const curriculum::WeekId& week, calendar::Date today) {
  const auto progress =
      plan::progress(open.track.plan, store::minutes_by_week(store, open.id), today);
  for (const auto& planned : open.track.plan.weeks) {
    const auto& carries = planned.load.carries;
    if (std::find(carries.begin(), carries.end(), week) == carries.end()) continue;
    const auto& done = progress[static_cast<std::size_t>(planned.number - 1)];
    const auto left = done.planned - done.actual;
    return fmt::format("{}: {} of {} studied{}", week.text(),
                       calendar::format_duration(done.actual),
                       calendar::format_duration(done.planned),
                       left.count() > 0 ? fmt::format(", {} to go", calendar::format_duration(left))
                                        : ", all of it");
  }
  return "";
}

}  // namespace

journal::Entry new_entry(const Recording& recording, journal::What what, const OpenTrack& open,
                         const store::Store& store, const Session& session) {
  const auto week = choose_week(recording.week, open, store, session.today);
  return {.id = journal::EntryId::from_random(session.world.random_bytes()),
          .on = read_day(recording.on, session.today),
          .week = week,
          .tier = curriculum::tier_of(open.track.curriculum, week).id,
          .note = recording.note,
          .what = std::move(what)};
}

ExitCode record(store::Store& store, const OpenTrack& open, const journal::Entry& entry,
                const Session& session) {
  journal::check(entry);
  const std::string what = report::describe(entry);
  const bool names_week = entry.type() == curriculum::EntryType::session || !entry.week;
  const std::string week = names_week ? "" : " in " + entry.week->text();
  store::add_entry(store, open.id, entry);
  const std::string id = store::short_id(store, entry.id);
  const std::string moved = entry.week && entry.type() == curriculum::EntryType::session
                                ? week_line(store, open, *entry.week, session.today)
                                : "";
  commit(store, what, session);

  if (entry.on < open.track.plan.start)
    session.warn(fmt::format("{} lies before the track's start on {}; it counts all the same",
                             entry.on.iso(), open.track.plan.start.iso()));
  if (session.json) {
    session.answer(exchange::to_json(entry) + "\n");
    return ExitCode::done;
  }
  if (!moved.empty()) session.say(moved);
  session.say(fmt::format("Recorded {}{} on {} as {}. Take it back: gradus undo", what, week,
                          entry.on.iso(), id));
  return ExitCode::done;
}

long read_number(const std::string& option, const std::string& text, long least, long most) {
  long number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed == std::errc{} && stop == end && number >= least && number <= most) return number;
  throw Error(
      fmt::format("{} \"{}\" is not a whole number from {} to {}", option, text, least, most),
      fmt::format("such as {} {}", option, std::max(least, std::min(most, 7L))));
}

std::optional<std::string> given(const std::string& option) {
  if (option.empty()) return std::nullopt;
  return option;
}

}  // namespace gradus::cli
