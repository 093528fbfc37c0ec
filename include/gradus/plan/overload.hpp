#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::plan {

// The same learner's plan for another track.
struct OtherPlan {
  std::string track;
  std::vector<WeekDates> weeks;
};

// The warning tracks-overload if, on some days from `today` on, the blocks of all plans together
// exceed the availability of that weekday; nullopt otherwise.
[[nodiscard]] std::optional<Warning> overload(const Plan& plan,
                                              const calendar::Availability& available,
                                              const std::vector<OtherPlan>& others,
                                              calendar::Date today);

}  // namespace gradus::plan
