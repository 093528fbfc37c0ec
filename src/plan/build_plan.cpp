#include "gradus/plan/build_plan.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/reschedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::plan {
namespace {

// The warning for deep dives that did not fit into their home weeks.
std::optional<Warning> module_overload(const Plan& plan) {
  const auto extra = [](const PlanWeek& week) { return week.load.only_modules; };
  const auto first = std::ranges::find_if(plan.weeks, extra);
  if (first == plan.weeks.end()) return std::nullopt;
  const auto count = std::ranges::count_if(plan.weeks, extra);
  return Warning{
      "module-overload",
      fmt::format("the deep dives don't fit into their home weeks: {} the rest, the first on {}: "
                  "remove one with gradus plan module rm",
                  count == 1 ? std::string{"an extra week holds"}
                             : fmt::format("{} extra weeks hold", count),
                  first->dates.from.iso())};
}

}  // namespace

Plan assemble(const curriculum::Limits& limits, const Frame& frame, std::vector<WeekLoad> loads,
              std::vector<WeekDates> dates, std::optional<calendar::Date> baseline_finish) {
  auto unwise = warnings(dates, frame, limits);
  Plan plan = join(frame.start, std::move(loads), std::move(dates), frame.start, std::move(unwise));
  plan.baseline_finish = baseline_finish.value_or(plan.finish());
  if (auto warning = module_overload(plan)) plan.warnings.push_back(*std::move(warning));
  return plan;
}

Plan first_plan(const curriculum::Curriculum& curriculum, const Shape& shape, const Frame& frame) {
  auto loads = arrange(curriculum, shape);
  auto dates = lay_out(loads, frame);
  return assemble(curriculum.limits, frame, std::move(loads), std::move(dates));
}

Plan changed_plan(const Plan& before, const curriculum::Curriculum& curriculum, const Shape& shape,
                  const Frame& frame, calendar::Date today, const History& history) {
  auto loads = arrange(curriculum, shape);
  auto dates = reschedule(before, loads, frame, today, history);
  return assemble(curriculum.limits, frame, std::move(loads), std::move(dates),
                  before.baseline_finish);
}

}  // namespace gradus::plan
