#include "gradus/track/waive.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/report/json.hpp"

#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/gate/criterion.hpp"

#include <fmt/format.h>

#include <string>

namespace gradus::cli {
namespace {

struct WaiveCriterion {
  std::string criterion;  // [TIER/]CRITERION, or finish/CRITERION
  std::optional<std::string> reason;
  std::optional<calendar::Date> on;     // the day it was made; by default today
  std::optional<calendar::Date> until;  // the last day it holds; by default for good
  bool remove = false;
};

// Exceptions end in the future, where words such as "yesterday" make no sense.
calendar::Date read_last_day(const Typed& typed) {
  const auto today = typed.session.today;
  const auto until = typed.text == "today" ? today : calendar::Date::parse(typed.text);
  if (!until)
    throw Error(fmt::format("--until \"{}\" is not a date", typed.text),
                "write the date: YYYY-MM-DD");
  if (*until >= today) return *until;
  throw Error(fmt::format("--until \"{}\" was read as {}, which is in the past (today is {})",
                          typed.text, until->iso(), today.iso()),
              "give the last day on which the exception holds, today or later");
}

void describe_waive(Command& waive, WaiveCriterion& request) {
  add_criterion(waive, request.criterion);
  waive
      .add_option("--reason", request.reason,
                  "Why, for the readers of the report (required unless --remove)")
      .type_name("TEXT")
      .may_be_empty();
  waive
      .add_option("--on", request.on, read_past_day,
                  "The day you made the exception: YYYY-MM-DD, yesterday, -3d, tue")
      .type_name("DATE");
  waive
      .add_option("--until", request.until, read_last_day,
                  "The last day the exception holds (default: no end)")
      .type_name("DATE");
  waive.add_flag("--remove", request.remove, "Remove the criterion's exception again");
}

rules::Waiver waiver_of(const WaiveCriterion& request, const track::GateCriterion& criterion,
                        const Session& session) {
  const auto reason = request.reason.value_or("");
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error(request.reason ? "--reason is empty: an exception needs words that say why"
                               : "--reason is required: an exception needs words that say why",
                fmt::format("such as gradus waive {} --reason \"no exam centre is open\"",
                            criterion.name()));
  journal::check_text("reason", reason);
  return {.gate = criterion.gate,
          .criterion = criterion.criterion->id,
          .reason = reason,
          .on = request.on.value_or(session.today),
          .until = request.until};
}

ExitCode remove(const track::GateCriterion& criterion, const track::LoadedTrack& track,
                store::Store& store, const Session& session) {
  track::remove_waiver(store, track, criterion);
  commit(store, fmt::format("waive {} --remove", criterion.name()), session);
  if (session.json)
    session.answer(report::waiver_removed_json(criterion.gate, criterion.criterion->id));
  else
    session.say(
        last_line(fmt::format("{} is no longer waived", criterion.name()), track.name, store));
  return ExitCode::done;
}

// What the criterion's status is with the waiver.
std::string status_line(const rules::CriterionResult& now) {
  const bool passes = now.status == rules::Status::pass;
  return passes ? "It passes by itself now; the exception counts only if that changes."
                : fmt::format("{}: WAIVED, not met", now.title);
}

ExitCode run(const WaiveCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  auto track = track::load(store, session.track);
  const auto criterion = track::find_waivable(request.criterion, track);
  if (request.remove && (request.reason || request.on || request.until))
    throw Error("--remove can't be combined with --reason, --on or --until",
                fmt::format("gradus waive {} --remove", criterion.name()));
  if (request.remove) return remove(criterion, track, store, session);

  const auto waiver = waiver_of(request, criterion, session);
  const auto now = track::waive(store, track, criterion, waiver, session.today);
  commit(store, fmt::format("waive {}", criterion.name()), session);
  if (session.json) {
    session.answer(report::waiver_json(waiver));
    return ExitCode::done;
  }
  session.say(status_line(now));
  const auto until = waiver.until ? "until " + waiver.until->iso() : "without an end";
  session.say(last_line(fmt::format("Waived {} {}: {}", criterion.name(), until, waiver.reason),
                        track.name, store));
  return ExitCode::done;
}

}  // namespace

void add_waive(Command& gradus) {
  gradus.add_command<WaiveCriterion>(
      "waive",
      "Make an exception: the criterion no longer blocks the gate, and is shown as WAIVED.",
      "  gradus waive sql/sql-plan-reading --reason \"no EXPLAIN on this platform\"\n"
      "  gradus waive sql/sql-problems --reason \"exam month\" --until 2027-01-31\n"
      "  gradus waive sql/sql-problems --remove\n"
      "  gradus waive finish/ready-mocks --reason \"hired already\"\n",
      describe_waive);
}

}  // namespace gradus::cli
