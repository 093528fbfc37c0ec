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

using journal::StudyDays;

struct WeekProgress {
  Minutes planned;
  Minutes actual;
  // The logged minutes, with those that fill it, reach the planned ones, or 80% of them once the
  // week's dates are over.
  bool complete;
  // The same by the logged minutes alone; and whether it has begun and would be so if it had ended
  // yesterday.
  bool complete_alone = false;
  bool complete_if_ended = false;
  bool begun = false;
  Minutes filled{0};               // see WeekDates
  curriculum::WeekMinutes done{};  // `actual`, by kind
};

// Takes what was studied off what is left, kind by kind; time studied beyond what one kind needs
// counts for the others. What is over stays in `studied`.
void settle(curriculum::WeekMinutes& left, curriculum::WeekMinutes& studied);
// What is left of the planned time by that.
[[nodiscard]] curriculum::WeekMinutes remaining(curriculum::WeekMinutes planned,
                                                curriculum::WeekMinutes done);

// One per plan week. Minutes logged for a curriculum week fill the plan weeks that carry it, day by
// day (of one day in the curriculum's order) and in order: one that is complete by then takes no
// more. The last one takes any surplus.
[[nodiscard]] std::vector<WeekProgress> progress(const Plan& plan, const StudyDays& logged,
                                                 calendar::Date today);

// What the plan weeks that carry a curriculum week ask for in all. Once so much was logged for it,
// the days of what is logged later make no difference to `progress` and `CurrentWeeks`.
[[nodiscard]] std::map<curriculum::WeekId, Minutes> minutes_asked(const Plan& plan);

// The plan week that the day falls in; the first for a day before the plan, the last for one after
// it.
[[nodiscard]] const PlanWeek& week_on(const Plan& plan, calendar::Date day);

// The new home for a module when any of its own weeks is over on the day: the first of them that
// isn't, else the last curriculum week of the plan week the day falls in (if that is a gate week,
// of the next that is none). nullopt while none is over.
[[nodiscard]] std::optional<curriculum::WeekId> late_home(const Plan& plan,
                                                          const curriculum::Module& module,
                                                          calendar::Date day);

}  // namespace gradus::plan
