#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/plan/layout.hpp"

#include "cli/command.hpp"

namespace gradus::cli {

inline constexpr auto availability_form = "DAY=DURATION[@HH:MM][:read|lab|review], …";

[[nodiscard]] calendar::Availability read_availability(const Typed& typed);

// --fit, for a plan::Fit or an optional one.
template <class Fit>
void add_fit(Command& command, Fit& fit) {
  command.add_choice("--fit", fit, plan::fit_modes,
                     "weekly: a plan week takes 7 days or more; flow: as few as its hours need");
}

}  // namespace gradus::cli
