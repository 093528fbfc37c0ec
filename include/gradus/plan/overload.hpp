#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::plan {

// One of the plans of the same learner.
struct TrackPlan {
  std::string track;
  calendar::Availability available;
  std::vector<WeekDates> weeks;
};

// The warning tracks-overload if, on some days from `today` on, the plan and others can't both be
// followed: a block of it and one of theirs overlap by the clock; or, where some of that day have
// no time of their own, all together exceed the plan's availability on that weekday. Blocks that
// have times and don't overlap are no overload, however many. nullopt if there is no such day.
[[nodiscard]] std::optional<Warning> overload(const TrackPlan& plan,
                                              const std::vector<TrackPlan>& others,
                                              calendar::Date today);

}  // namespace gradus::plan
