#include "cli/plan/available.hpp"

#include "cli/commands.hpp"
#include "cli/plan/change.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {
namespace {

struct SetAvailability {
  calendar::Availability available;
  std::optional<plan::Fit> fit;  // without it, as it was
  bool what_if = false;
};

void describe_available(Command& available, SetAvailability& request) {
  available.add_option("SPEC", request.available, read_availability, availability_form).required();
  add_fit(available, request.fit);
  add_what_if(available, request.what_if);
}

ExitCode run(const SetAvailability& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  auto wanted = track::request_of(track);
  wanted.frame.available = request.available;
  wanted.frame.fit = request.fit.value_or(wanted.frame.fit);
  return apply_change(
      {"plan available " + request.available.spec(), std::move(wanted), request.what_if}, track,
      store, session);
}

}  // namespace

calendar::Availability read_availability(const Typed& typed) {
  return calendar::Availability::parse(typed.text);
}

void add_available(Command& plan) {
  plan.add_command<SetAvailability>("available", "Change your hours per weekday from today on.",
                                    "  gradus plan available \"mon=1h@20:00,sat=4h@09:00:lab\"\n"
                                    "  gradus plan available \"tue=2h,sat=3h\" --fit flow\n",
                                    describe_available);
}

}  // namespace gradus::cli
