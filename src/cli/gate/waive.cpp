#include "gradus/calendar/date.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/report/json.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/gate/criterion.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

#include <algorithm>

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

rules::Waiver read_waiver(const WaiveCriterion& request, const GateCriterion& criterion,
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

void refuse_passed(const GateCriterion& criterion, const OpenTrack& open) {
  if (criterion.tier == nullptr ||
      rules::state_of(open.track.states, criterion.tier->id) != rules::TierState::passed)
    return;
  throw rules::Error(
      fmt::format("{} is passed already: an exception would change nothing there", criterion.gate),
      fmt::format("gradus ready {} shows how it was passed", criterion.gate));
}

ExitCode remove(const GateCriterion& criterion, const OpenTrack& open, store::Store& store,
                const Session& session) {
  if (!store::remove_waiver(store, open.id, criterion.gate, criterion.criterion->id))
    throw Error(fmt::format("{} is not waived; nothing was changed", criterion.name()),
                "gradus ready shows what is");
  commit(store, fmt::format("waive {} --remove", criterion.name()), session);
  if (session.json)
    session.answer(report::waiver_removed_json(criterion.gate, criterion.criterion->id));
  else
    session.say(fmt::format("{} is waived no longer. Take it back: gradus undo", criterion.name()));
  return ExitCode::done;
}

// How the criterion stands with the waiver.
std::string standing_line(const store::Store& store, const OpenTrack& open,
                          const GateCriterion& criterion, calendar::Date today) {
  const auto gate = check_gate(store, open, criterion.tier, today);
  const auto now =
      std::ranges::find(gate.criteria, criterion.criterion->id, &rules::CriterionResult::id);
  const bool passes = now->status == rules::Status::pass;
  return passes ? "It passes by itself now; the exception counts only if that changes."
                : fmt::format("{}: WAIVED, not met", now->title);
}

}  // namespace

ExitCode run(const WaiveCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  OpenTrack open = open_track(store, session);
  const auto criterion = find_gate_criterion(request.criterion, open.track.curriculum);
  if (request.remove && (request.reason || !request.on.empty() || !request.until.empty()))
    throw Error("--remove goes with none of --reason, --on and --until",
                fmt::format("gradus waive {} --remove", criterion.name()));
  refuse_passed(criterion, open);
  if (request.remove) return remove(criterion, open, store, session);

  const auto waiver = read_waiver(request, criterion, session);
  store::save_waiver(store, open.id, waiver);
  open.waivers = store::waivers(store, open.id);
  const auto standing = standing_line(store, open, criterion, session.today);
  commit(store, fmt::format("waive {}", criterion.name()), session);
  if (session.json) {
    session.answer(report::waiver_json(waiver));
    return ExitCode::done;
  }
  session.say(standing);
  session.say(fmt::format("Waived {} {}: {}. Take it back: gradus undo", criterion.name(),
                          waiver.until ? "until " + waiver.until->iso() : "without an end",
                          waiver.reason));
  return ExitCode::done;
}

}  // namespace gradus::cli
