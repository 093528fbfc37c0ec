#include "gradus/insight/remedy.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace gradus::insight {
namespace {

bool unmet(const rules::CriterionResult& criterion) {
  return criterion.status == rules::Status::fail || criterion.status == rules::Status::unknown;
}

std::set<curriculum::WeekId> asked_for(const rules::Verdict& gate) {
  std::set<curriculum::WeekId> weeks;
  for (const auto& criterion : gate.criteria) {
    if (unmet(criterion)) weeks.insert(criterion.repeat.begin(), criterion.repeat.end());
  }
  return weeks;
}

}  // namespace

std::vector<curriculum::WeekId> weeks_to_repeat(const plan::Plan& plan,
                                                const std::vector<plan::WeekProgress>& progress,
                                                const rules::Verdict& gate,
                                                const curriculum::TierId& tier,
                                                calendar::Date today) {
  auto asked = asked_for(gate);
  std::vector<curriculum::WeekId> studied;
  bool all_complete = true;
  bool over = true;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    const auto& week = plan.weeks[i];
    if (week.load.tier != tier || week.load.gate) continue;
    const bool complete = progress.at(i).complete;
    all_complete = all_complete && complete;
    over = over && week.dates.to < today;
    for (const auto& id : week.load.week_ids()) {
      // A week that is still to be studied, again or for the first time, needs no repetition.
      if (!complete) asked.erase(id);
      if (asked.contains(id) && std::ranges::find(studied, id) == studied.end())
        studied.push_back(id);
    }
  }
  if (!all_complete && !over) return {};
  std::erase_if(studied, [&](const auto& id) { return !asked.contains(id); });
  return studied;
}

std::vector<curriculum::WeekId> needless_repeats(const plan::Plan& plan, const rules::Verdict& gate,
                                                 const curriculum::TierId& tier,
                                                 calendar::Date today) {
  const auto asked = asked_for(gate);
  std::vector<curriculum::WeekId> needless;
  for (const auto& [number, load, dates] : plan.weeks) {
    if (load.tier != tier || !load.repeat || dates.finished || dates.first_day() < today) continue;
    for (const auto& id : load.week_ids())
      if (!asked.contains(id)) needless.push_back(id);
  }
  return needless;
}

}  // namespace gradus::insight
