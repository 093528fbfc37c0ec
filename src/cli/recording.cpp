#include "cli/recording.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/oddities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace gradus::cli {
namespace {

curriculum::WeekId choose_week(const std::string& wanted, const OpenTrack& open,
                               const store::Store& store, calendar::Date today) {
  if (!wanted.empty()) return curriculum::find_week(open.track.curriculum, wanted).id;
  const auto logged = store::minutes_by_week(store, open.id);
  return current_week(open.track, logged, today).load.carries.front();
}

using Progress = std::vector<plan::WeekProgress>;

Progress progress_of(const OpenTrack& open, const store::Store& store, calendar::Date today) {
  return plan::progress(open.track.plan, store::minutes_by_week(store, open.id), today);
}

// How the plan week stands that the entry's time went to; the last, where it filled one up. Several
// plan weeks carry a week that is repeated or stretched.
std::string week_line(const plan::Plan& plan, const curriculum::WeekId& week,
                      const Progress& before, const Progress& now) {
  std::string name;
  std::size_t carriers = 0;
  const plan::WeekProgress* filled = nullptr;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    if (std::ranges::find(plan.weeks[i].load.carries, week) == plan.weeks[i].load.carries.end())
      continue;
    ++carriers;
    if (before.at(i).actual == now.at(i).actual) continue;
    filled = &now.at(i);
    name = fmt::format("{} (plan week {})", week.text(), plan.weeks[i].number);
  }
  if (filled == nullptr) return "";
  const auto left = filled->planned - filled->actual;
  return fmt::format("{}: {} of {} studied, {}", carriers == 1 ? week.text() : name,
                     calendar::format_duration(filled->actual),
                     calendar::format_duration(filled->planned),
                     left.count() > 0 ? calendar::format_duration(left) + " to go" : "all of it");
}

// The verdict on what the learner stands before: the open tier, else the finish.
rules::Verdict open_gate(const store::Store& store, const OpenTrack& open, calendar::Date today) {
  return check_gate(store, open, rules::open_tier(open.track.curriculum, open.track.states), today);
}

// The same before an entry of the type is recorded, if such an entry could move one of its
// criteria.
std::optional<rules::Verdict> gate_before(curriculum::EntryType type, const OpenTrack& open,
                                          const store::Store& store, calendar::Date today) {
  const auto* tier = rules::open_tier(open.track.curriculum, open.track.states);
  const auto& criteria = tier == nullptr ? open.track.curriculum.finish : tier->exit;
  const auto looks_at_type = [&](const curriculum::Criterion& criterion) {
    return std::ranges::any_of(criterion.require, [&](const auto& wording) {
      return curriculum::could_count(wording.second, type);
    });
  };
  if (std::ranges::none_of(criteria, looks_at_type)) return std::nullopt;
  return open_gate(store, open, today);
}

// The criterion that an entry moved; of several one that now passes, else the first.
std::string gate_line(const rules::Verdict& before, const rules::Verdict& after) {
  const auto moved = rules::moved(before, after);
  if (moved.empty()) return "";
  auto shown = std::ranges::find(moved, rules::Status::pass, &rules::CriterionResult::status);
  if (shown == moved.end()) shown = moved.begin();
  const auto others = moved.size() - 1;
  return fmt::format("{}: {}{}", shown->title, report::describe(shown->outcome),
                     others == 0 ? "" : fmt::format(" (and {} more: gradus ready)", others));
}

// That the entry's tier is still locked, if it is.
std::string ahead_line(const journal::Entry& entry, const OpenTrack& open) {
  if (!entry.tier) return "";
  const auto& tiers = open.track.curriculum.tiers;
  const auto tier = std::ranges::find(tiers, *entry.tier, &curriculum::Tier::id);
  if (tier == tiers.end() || tier->retired) return "";
  const auto state = open.track.states.find(*entry.tier);
  if (state == open.track.states.end() || state->second != rules::TierState::locked) return "";
  return fmt::format("{} is locked: counted once it opens", entry.tier->text());
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

journal::Entry new_entry(const Recording& recording, journal::What what, const OpenTrack& open,
                         const store::Store& store, const Session& session) {
  const auto week = choose_week(recording.week, open, store, session.today);
  const auto on = read_day(recording.on, session);
  return {
      .id = journal::EntryId::from_random(session.world.random_bytes()),
      .on = on,
      .at = recording.at.empty() ? std::nullopt : std::optional(read_at(recording.at, on, session)),
      .week = week,
      .tier = curriculum::tier_of(open.track.curriculum, week).id,
      .note = recording.note,
      .changed = session.world.clock(),
      .what = std::move(what)};
}

ExitCode record(store::Store& store, const OpenTrack& open, const journal::Entry& entry,
                const Session& session) {
  journal::check(entry);
  const bool is_session = entry.type() == curriculum::EntryType::session;
  const std::string what = report::describe(entry);
  const bool names_week = is_session || !entry.week;
  const std::string week = names_week ? "" : " in " + entry.week->text();
  const auto odd =
      is_session ? oddities(entry, store, open.id, session.warnings) : std::vector<std::string>{};
  const auto before = gate_before(entry.type(), open, store, session.today);
  const auto progress_before = is_session ? progress_of(open, store, session.today) : Progress{};
  store::add_entry(store, open.id, entry);
  const std::string id = store::short_id(store, entry.id);
  std::vector<std::string> moved;
  if (entry.week && is_session)
    moved.push_back(week_line(open.track.plan, *entry.week, progress_before,
                              progress_of(open, store, session.today)));
  if (before) moved.push_back(gate_line(*before, open_gate(store, open, session.today)));
  moved.push_back(ahead_line(entry, open));
  commit(store, what, session);

  for (const auto& words : odd) session.warn(words);
  if (session.warnings.before_start && entry.on < open.track.plan.start)
    session.warn(
        fmt::format("{} lies before the track's start on {}; it counts all the same "
                    "[before-start]",
                    entry.on.iso(), open.track.plan.start.iso()));
  if (session.json) {
    session.answer(exchange::to_json(entry) + "\n");
    return ExitCode::done;
  }
  std::erase(moved, "");
  if (!moved.empty()) session.say(fmt::format("{}", fmt::join(moved, " · ")));
  session.say(fmt::format("Recorded {}{} on {} as {}. Take it back: gradus undo", what, week,
                          entry.on.iso(), id));
  return ExitCode::done;
}

}  // namespace gradus::cli
