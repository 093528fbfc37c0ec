#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/plan/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::plan {

// A plan of the same learner's, for another track.
struct OtherPlan {
  std::string track;
  std::vector<WeekDates> weeks;
};

// The warning tracks-overload, if there are days from `today` on whose blocks, those of the other
// plans included, come to more than the availability of their weekday.
[[nodiscard]] std::optional<Warning> overload(const Plan& plan,
                                              const calendar::Availability& available,
                                              const std::vector<OtherPlan>& others,
                                              calendar::Date today);

}  // namespace gradus::plan
