#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/plan.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace gradus::plan {

using journal::MinutesByWeek;

struct WeekProgress {
  Minutes planned;
  Minutes actual;
  // The logged minutes reach the planned ones; or 80% of them, and the week's dates are over.
  bool complete;
  curriculum::WeekMinutes done{};  // `actual`, by what it was for
};

// What is left of the planned time: kind by kind, and what was studied over one kind stands for the
// others.
[[nodiscard]] curriculum::WeekMinutes remaining(const curriculum::WeekMinutes& planned,
                                                curriculum::WeekMinutes done);

// One for each plan week. Minutes logged for a curriculum week fill the plan weeks that carry it,
// in order; what is over stays with the last of them.
[[nodiscard]] std::vector<WeekProgress> progress(const Plan& plan, const MinutesByWeek& logged,
                                                 calendar::Date today);

// The plan week whose dates hold the day; the first for a day before the plan, the last for one
// after it.
[[nodiscard]] const PlanWeek& week_on(const Plan& plan, calendar::Date day);

// The home for a module whose first own week is over on the day: the first of its others that is
// not, else the last curriculum week of the plan week that holds the day. Nothing while none is
// over.
[[nodiscard]] std::optional<curriculum::WeekId> late_home(const Plan& plan,
                                                          const curriculum::Module& module,
                                                          calendar::Date day);

// The index of the plan week that an entry belongs to while `tier` is open: the first of its weeks
// that is not complete, or its last when all are. Throws Error when the plan has none of its weeks.
[[nodiscard]] std::size_t current_week(const Plan& plan, const std::vector<WeekProgress>& progress,
                                       const curriculum::TierId& tier);

}  // namespace gradus::plan
