#include "gradus/plan/build_plan.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/reschedule.hpp"

#include <utility>

namespace gradus::plan {

Plan assemble(const Frame& frame, std::vector<WeekLoad> loads, std::vector<WeekDates> dates,
              std::optional<calendar::Date> baseline_finish) {
  Plan plan = join(frame.start, std::move(loads), std::move(dates), frame.start);
  plan.baseline_finish = baseline_finish.value_or(plan.finish());
  return plan;
}

Plan first_plan(const curriculum::Curriculum& curriculum, const Shape& shape, const Frame& frame) {
  auto loads = arrange(curriculum, shape);
  auto dates = lay_out(loads, frame);
  return assemble(frame, std::move(loads), std::move(dates));
}

Plan changed_plan(const Plan& before, const curriculum::Curriculum& curriculum, const Shape& shape,
                  const Frame& frame, calendar::Date today, const History& history) {
  auto loads = arrange(curriculum, shape);
  auto dates = reschedule(before, loads, frame, today, history);
  return assemble(frame, std::move(loads), std::move(dates), before.baseline_finish);
}

}  // namespace gradus::plan
