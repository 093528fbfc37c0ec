#include "cli/recording.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"

#include "cli/commit.hpp"
#include "cli/readers.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// How the week is now.
std::string week_line(const track::FilledWeek& week) {
  const auto name = week.only_one ? week.id.text()
                                  : fmt::format("{} (plan week {})", week.id.text(), week.number);
  const auto& progress = week.progress;
  const auto left = progress.planned - progress.actual - progress.filled;
  const auto rest = left.count() <= 0   ? std::string("all done")
                    : progress.complete ? std::string("enough, now that it is over")
                                        : calendar::format_duration(left) + " to go";
  return fmt::format("{}: {} of {} studied, {}", name, calendar::format_duration(progress.actual),
                     calendar::format_duration(progress.planned), rest);
}

std::string gate_line(const track::MovedCriterion& moved) {
  return fmt::format(
      "{}: {}{}", moved.now.title, report::describe(moved.now.outcome),
      moved.others == 0 ? "" : fmt::format(" (and {} more: gradus ready)", moved.others));
}

std::string module_line(const insight::ModuleState& state) {
  const auto& id = state.module.id.text();
  if (state.passed().value_or(false)) return fmt::format("the module {} is passed", id);
  return fmt::format("{}: {} of {} checks passed", id, state.met(), state.module.checks.size());
}

// What the entry moved.
std::string moved_line(const track::Recorded& recorded) {
  std::vector<std::string> parts;
  if (recorded.solved_before)
    parts.push_back(
        fmt::format("solved before on {}: kept, counts once", recorded.solved_before->iso()));
  if (recorded.delivered_before)
    parts.push_back(fmt::format("delivered before on {}: both are kept, the newest counts",
                                recorded.delivered_before->iso()));
  if (recorded.week) parts.push_back(week_line(*recorded.week));
  if (recorded.beyond_rows)
    parts.push_back(fmt::format("{} asks for no more of these", recorded.entry.week->text()));
  if (recorded.module) parts.push_back(module_line(*recorded.module));
  if (recorded.moved) parts.push_back(gate_line(*recorded.moved));
  if (recorded.locked)
    parts.push_back(
        fmt::format("{} is locked: counted once it opens", recorded.entry.tier->text()));
  return fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace

void add_on(Command& command, std::optional<calendar::Date>& on, const std::string& help) {
  command.add_option("--on", on, read_past_day, help).type_name("DATE");
}

void add_topic(Command& command, std::optional<std::string>& topic) {
  command.add_option("-t,--topic", topic, "A topic of the curriculum")
      .type_name("ID")
      .completes(Completion::topic);
}

void add_week(Command& command, std::optional<std::string>& week, const std::string& help) {
  command.add_option("--week", week, help).type_name("ID").completes(Completion::week);
}

void add_note(Command& command, std::string& note, const std::string& help) {
  command.add_option("-n,--note", note, help).type_name("TEXT").may_be_empty();
}

void add_recording_options(Command& command, Recording& recording) {
  add_on(command, recording.on);
  command.add_option("--at", recording.at, read_time, "The time it began, by the clock")
      .type_name("HH:MM");
  add_week(command, recording.week);
  add_note(command, recording.note);
}

calendar::Date day_of(const Recording& recording, const Session& session) {
  if (recording.on) return *recording.on;
  if (!recording.at) return session.today;
  return session.study_day(last_day_of(*recording.at, session), *recording.at);
}

track::NewEntry new_entry(const Recording& recording, journal::What what, const Session& session) {
  track::NewEntry entry{.id = journal::EntryId::from_random(session.world.random_bytes()),
                        .on = day_of(recording, session),
                        .week = recording.week,
                        .note = recording.note,
                        .what = std::move(what)};
  if (!recording.at) return entry;
  entry.day_from_clock = !recording.on && entry.on != session.today;
  entry.at = moment_within(entry.on, *recording.at, session);
  return entry;
}

void warn(const track::EntryWarnings& warnings, const journal::Entry& entry, const plan::Plan& plan,
          const Session& session) {
  const auto& [overlaps, day, before_start, opened] = warnings;
  const auto& on = entry.on;
  for (const auto& [other, id] : overlaps)
    session.warn(fmt::format("it overlaps {} on {} at {} ({}); both count [overlap]",
                             report::describe(other), other.at->on.iso(), other.at->time.text(),
                             id));
  if (day)
    session.warn(fmt::format("{} now holds {} of study, but a day has 24 hours [day-over-24h]",
                             on.iso(), calendar::format_duration(*day)));
  if (before_start)
    session.warn(
        fmt::format("{} is before the track's start on {}; it counts{} "
                    "[before-start]",
                    on.iso(), plan.start.iso(),
                    entry.week ? " all the same" : " in totals, but fills no week"));
  if (opened)
    session.warn(
        fmt::format("{} is before {} opened on {}; it counts for {} all the same. For a "
                    "week of an earlier tier: --week",
                    on.iso(), entry.tier->text(), opened->iso(), entry.tier->text()));
}

track::Recorded keep(store::Store& store, const track::LoadedTrack& track,
                     const track::NewEntry& entry, const Session& session) {
  auto recorded =
      track::record(store, track, entry, session.today, session.world.clock(), session.warnings);
  commit(store, report::describe(recorded.entry), session);
  warn(recorded.warnings, recorded.entry, track.plan, session);
  return recorded;
}

void say_recorded(const track::Recorded& recorded, const track::NewEntry& entry,
                  const std::string& track, const store::Store& store, const Session& session,
                  const std::string& remark) {
  const auto& now = recorded.entry;
  if (!remark.empty()) session.say(remark);
  if (const auto moved = moved_line(recorded); !moved.empty()) session.say(moved);
  const bool names_week = now.type() == curriculum::EntryType::session || !now.week;
  const auto in_week = names_week ? std::string() : ", in " + now.week->text();
  const auto last_time = entry.day_from_clock
                             ? fmt::format(" (the last {} that is over)", now.at->time.text())
                             : std::string();
  session.say(last_line(fmt::format("Recorded {}{} on {}{} as {}", report::describe(now), in_week,
                                    now.on.with_weekday(), last_time, recorded.short_id),
                        track, store));
}

ExitCode record(store::Store& store, const track::LoadedTrack& track, const track::NewEntry& entry,
                const Session& session, const std::string& remark) {
  const auto recorded = keep(store, track, entry, session);
  if (session.json) session.answer(exchange::to_json(recorded.entry) + "\n");
  if (!session.json || session.world.aside)
    say_recorded(recorded, entry, track.name, store, session, remark);
  return ExitCode::done;
}

}  // namespace gradus::cli
