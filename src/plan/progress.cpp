#include "gradus/plan/progress.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gradus::plan {
namespace {

bool complete(Minutes planned, Minutes actual, bool over) {
  if (planned == Minutes{0}) return over;
  return actual >= planned || (over && actual * 100 >= planned * 80);
}

}  // namespace

std::vector<WeekProgress> progress(const Plan& plan, const MinutesByWeek& logged,
                                   calendar::Date today) {
  std::map<curriculum::WeekId, const PlanWeek*> last_carrier;
  for (const PlanWeek& week : plan.weeks) {
    for (const curriculum::WeekId& id : week.load.carries) last_carrier[id] = &week;
  }
  MinutesByWeek left = logged;
  std::vector<WeekProgress> result;
  result.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) {
    const Minutes planned = week.load.minutes.total();
    Minutes actual{0};
    for (const curriculum::WeekId& id : week.load.carries) {
      const auto found = left.find(id);
      if (found == left.end()) continue;
      const Minutes room = std::max(planned - actual, Minutes{0});
      const bool last = last_carrier.at(id) == &week;
      const Minutes taken = last ? found->second : std::min(found->second, room);
      found->second -= taken;
      actual += taken;
    }
    result.push_back({planned, actual, complete(planned, actual, today > week.dates.to)});
  }
  return result;
}

const PlanWeek& week_on(const Plan& plan, calendar::Date day) {
  const auto after = std::ranges::upper_bound(
      plan.weeks, day, {}, [](const PlanWeek& week) { return week.dates.from; });
  return after == plan.weeks.begin() ? *after : *std::prev(after);
}

std::size_t current_week(const Plan& plan, const std::vector<WeekProgress>& progress,
                         const curriculum::TierId& tier) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    if (plan.weeks[i].load.tier != tier) continue;
    if (!progress.at(i).complete) return i;
    last = i;
  }
  if (!last) {
    throw Error{"the plan has no week of tier \"" + tier.text() + '"',
                "list its tiers with gradus plan"};
  }
  return *last;
}

}  // namespace gradus::plan
