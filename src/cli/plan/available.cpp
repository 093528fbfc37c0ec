#include "cli/plan/available.hpp"

#include "gradus/report/plan_changes.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace gradus::cli {
namespace {

struct ChangeWeek {
  std::optional<calendar::AvailabilityChange> slots;
  std::optional<plan::Fit> fit;  // without it, as it was
  bool only = false;             // weekdays that aren't named have no slots
  bool what_if = false;
};

calendar::AvailabilityChange read_change(const Typed& typed) {
  return calendar::AvailabilityChange::parse(typed.text);
}

void describe_available(Command& available, ChangeWeek& request) {
  available.add_option(
      "SPEC", request.slots, read_change,
      fmt::format("New hours for the weekdays it names (thu=0 clears one): {}", availability_form));
  available.add_flag("--only", request.only, "Study on the weekdays in SPEC and on no others");
  add_fit(available, request.fit);
  add_what_if(available, request.what_if);
}

ExitCode show_week(Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  session.show(report::UsualWeek{track.frame.available, track.frame.fit});
  return ExitCode::done;
}

// As the history names it.
std::string words_of(const ChangeWeek& request) {
  std::string words = "plan available";
  if (request.slots) words += ' ' + request.slots->spec();
  if (request.only) words += " --only";
  if (request.fit) words += fmt::format(" --fit {}", name(*request.fit));
  return words;
}

ExitCode run(const ChangeWeek& request, Session& session) {
  const auto& [slots, fit, only, what_if] = request;
  if (only && !slots)
    throw Error("--only needs the hours of the new week",
                "such as gradus plan available tue=2h,sat=3h --only");
  if (!slots && !fit) return show_week(session);
  auto store = open_for_change(session, what_if);
  const auto track = track::load(store, session.track);
  auto wanted = track::request_of(track);
  auto& frame = wanted.frame;
  if (slots) frame.available = only ? slots->alone() : slots->applied_to(frame.available);
  frame.fit = fit.value_or(frame.fit);
  return apply_change({words_of(request), std::move(wanted), what_if, true}, track, store, session);
}

}  // namespace

calendar::Availability read_availability(const Typed& typed) {
  return calendar::Availability::parse(typed.text);
}

void add_available(Command& plan) {
  plan.add_command<ChangeWeek>("available", "Show your hours per weekday, or change them.",
                               "  gradus plan available\n"
                               "  gradus plan available thu=2h@19:00,fri=0\n"
                               "  gradus plan available \"mon=1h@20:00,sat=4h@09:00:lab\" --only\n"
                               "  gradus plan available --fit flow\n",
                               describe_available);
}

}  // namespace gradus::cli
