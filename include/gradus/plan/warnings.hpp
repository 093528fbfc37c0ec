#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"

#include <vector>

namespace gradus::plan {

// Warnings by the curriculum's limits about what can still be changed, each at most once:
// under-5-hours, over-10-hours, no-rest-day, under-3-months.
//
// A week is 7 days in a row, not counting those on a break. Weeks don't overlap: the first begins
// on the plan's first day, and no re-plan moves them. Of a week that has begun only what is planned
// from `today` on counts: that alone may be too much, but is never too little. The plan's last week
// is not too little if its end is cut short.
//
// What is due to a break alone is not warned of. Within 7 days that a break interrupts, one weekday
// may come twice and another never: they are not too little if the usual week has enough, and no
// week is too much, or without a rest day, if the usual week is not.
[[nodiscard]] std::vector<Warning> warnings(const std::vector<WeekDates>& dates, const Frame& frame,
                                            const curriculum::Limits& limits, calendar::Date today);

// These, and module-overload while a week of modules is not over.
[[nodiscard]] std::vector<Warning> warnings(const Plan& plan, const Frame& frame,
                                            const curriculum::Limits& limits, calendar::Date today);

}  // namespace gradus::plan
