#include "gradus/track/waive.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/report/json.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <string>

namespace gradus::cli {
namespace {

// Exceptions end in the future, where the words for days past say nothing.
calendar::Date read_last_day(const std::string& text, calendar::Date today) {
  const auto until = text == "today" ? today : calendar::Date::parse(text);
  if (!until)
    throw Error(fmt::format("--until \"{}\" names no day to come", text),
                "write the date: YYYY-MM-DD");
  const auto day = *until;
  if (day >= today) return day;
  throw Error(fmt::format("--until \"{}\" was read as {}, which is over (today is {})", text,
                          day.iso(), today.iso()),
              "give the last day on which the exception holds, today or later");
}

rules::Waiver read_waiver(const WaiveCriterion& request, const track::GateCriterion& criterion,
                          const Session& session) {
  const auto reason = request.reason.value_or("");
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error(request.reason ? "--reason is empty: an exception needs words that say why"
                               : "--reason is required: an exception needs words that say why",
                fmt::format("such as gradus waive {} --reason \"no exam centre is open\"",
                            criterion.name()));
  journal::check_text("reason", reason);
  rules::Waiver waiver{.gate = criterion.gate,
                       .criterion = criterion.criterion->id,
                       .reason = reason,
                       .on = read_day(request.on, session)};
  if (!request.until.empty()) waiver.until = read_last_day(request.until, session.today);
  return waiver;
}

ExitCode remove(const track::GateCriterion& criterion, const track::LoadedTrack& track,
                store::Store& store, const Session& session) {
  track::remove_waiver(store, track, criterion);
  commit(store, fmt::format("waive {} --remove", criterion.name()), session);
  if (session.json)
    session.answer(report::waiver_removed_json(criterion.gate, criterion.criterion->id));
  else
    session.say(fmt::format("{} is waived no longer. Take it back: gradus undo", criterion.name()));
  return ExitCode::done;
}

// How the criterion is with the waiver.
std::string status_line(const rules::CriterionResult& now) {
  const bool passes = now.status == rules::Status::pass;
  return passes ? "It passes by itself now; the exception counts only if that changes."
                : fmt::format("{}: WAIVED, not met", now.title);
}

}  // namespace

ExitCode run(const WaiveCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  auto track = track::load(store, session.track);
  const auto criterion = track::find_waivable(request.criterion, track);
  if (request.remove && (request.reason || !request.on.empty() || !request.until.empty()))
    throw Error("--remove goes with none of --reason, --on and --until",
                fmt::format("gradus waive {} --remove", criterion.name()));
  if (request.remove) return remove(criterion, track, store, session);

  const auto waiver = read_waiver(request, criterion, session);
  const auto now = track::waive(store, track, criterion, waiver, session.today);
  commit(store, fmt::format("waive {}", criterion.name()), session);
  if (session.json) {
    session.answer(report::waiver_json(waiver));
    return ExitCode::done;
  }
  session.say(status_line(now));
  session.say(fmt::format("Waived {} {}: {}. Take it back: gradus undo", criterion.name(),
                          waiver.until ? "until " + waiver.until->iso() : "without an end",
                          waiver.reason));
  return ExitCode::done;
}

}  // namespace gradus::cli
