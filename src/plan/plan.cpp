#include "gradus/plan/plan.hpp"

#include "gradus/plan/layout.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::plan {

bool WeekLoad::carries_week(const curriculum::WeekId& id) const {
  return std::ranges::find(carries, id, &Carried::week) != carries.end();
}

std::vector<curriculum::WeekId> WeekLoad::week_ids() const {
  std::vector<curriculum::WeekId> ids;
  ids.reserve(carries.size());
  for (const Carried& each : carries) ids.push_back(each.week);
  return ids;
}

Minutes WeekDates::minutes() const {
  Minutes total{0};
  for (const Block& block : blocks) {
    if (!block.past) total += block.minutes;
  }
  return total;
}

calendar::Date WeekDates::first_day() const {
  const calendar::Date first = std::min(from, seven_days_from());
  return blocks.empty() ? first : std::min(first, blocks.front().on);
}

calendar::Date WeekDates::last_day_of_study() const {
  return blocks.empty() ? from : std::max(from, blocks.back().on);
}

calendar::Date Plan::finish() const {
  const auto last =
      std::ranges::max_element(weeks, {}, [](const PlanWeek& week) { return week.dates.to; });
  return last->dates.to;
}

std::vector<TierSpan> Plan::tiers() const {
  std::vector<TierSpan> spans;
  for (const PlanWeek& week : weeks) {
    if (spans.empty() || spans.back().tier != week.load.tier) {
      spans.push_back({week.load.tier, week.dates.first_day(), week.dates.to, 0});
    }
    auto& span = spans.back();
    span.from = std::min(span.from, week.dates.first_day());
    span.to = std::max(span.to, week.dates.to);
    span.minutes += week.load.minutes.total();
    ++span.weeks;
  }
  return spans;
}

Plan join(calendar::Date start, std::vector<WeekLoad> loads, std::vector<WeekDates> dates,
          calendar::Date baseline_finish) {
  if (loads.empty() || loads.size() != dates.size()) {
    throw Error{
        fmt::format(
            "a plan needs dates for each of its weeks, and at least one week: {} for {} weeks",
            dates.size(), loads.size()),
        "gradus doctor checks the store that the plan is in"};
  }
  Plan plan{start, baseline_finish, {}, {}};
  plan.weeks.reserve(loads.size());
  for (std::size_t i = 0; i < loads.size(); ++i) {
    plan.weeks.push_back({static_cast<int>(i) + 1, std::move(loads[i]), std::move(dates[i])});
  }
  return plan;
}

}  // namespace gradus::plan
