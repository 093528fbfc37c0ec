#include "gradus/plan/current_weeks.hpp"

#include <algorithm>
#include <utility>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::WeekId;

bool is_further(const WeekLoad& load) {
  return load.repeat || load.only_modules;
}

}  // namespace

CurrentWeeks::CurrentWeeks(const Plan& plan, StudyDays studied) : studied_(std::move(studied)) {
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    const auto& [number, load, dates] = plan.weeks[i];
    if (load.gate) continue;
    auto& laps = laps_[load.tier];
    Minutes filled = dates.filled;
    for (const auto& [week, minutes] : load.carries) {
      const Minutes of_it = std::min(filled, minutes.total());
      filled -= of_it;
      const auto same = std::ranges::find_if(
          laps, [&id = week](const Lap& lap) { return lap.week == id && !lap.further; });
      if (is_further(load) || same == laps.end()) {
        laps.push_back({.week = week,
                        .laid = minutes.total(),
                        .filled = of_it,
                        .to = dates.to,
                        .carriers = {i},
                        .further = is_further(load)});
      } else {
        same->laid += minutes.total();
        same->filled += of_it;
        same->to = std::max(same->to, dates.to);
        same->carriers.push_back(i);
      }
    }
  }
  for (auto& [tier, laps] : laps_) {
    std::map<WeekId, Minutes> laid;
    std::map<WeekId, Minutes> given;
    for (Lap& lap : laps) {
      lap.needed = laid[lap.week] += lap.laid;
      lap.given = given[lap.week] += lap.filled;
      lap.studied_on = studied_on(lap);
      laps_of_[lap.week].push_back(&lap);
    }
  }
}

CurrentWeeks::Current CurrentWeeks::on(Date day, const curriculum::TierId& tier) const {
  const auto found = laps_.find(tier);
  if (found == laps_.end() || found->second.empty()) {
    throw Error{"the plan has no week of tier \"" + tier.text() + '"',
                "see its tiers with gradus plan"};
  }
  const auto& laps = found->second;
  const auto open = std::ranges::find_if(
      laps, [day](const Lap& lap) { return !lap.studied_on || *lap.studied_on > day; });
  if (open != laps.end()) return {open->week, open->carriers, false};
  const auto last =
      std::find_if(laps.rbegin(), laps.rend(), [](const Lap& lap) { return !lap.further; });
  const auto& lap = last == laps.rend() ? laps.back() : *last;
  return {lap.week, lap.carriers, true};
}

void CurrentWeeks::add(const WeekId& week, Date day, curriculum::WeekMinutes minutes) {
  auto& on_day = studied_[week][day];
  for (const auto kind : calendar::block_kinds) on_day.of(kind) += minutes.of(kind);
  const auto laps = laps_of_.find(week);
  if (laps == laps_of_.end()) return;
  for (Lap* lap : laps->second)
    if (!lap->studied_on || *lap->studied_on > day) lap->studied_on = studied_on(*lap);
}

std::size_t current_plan_week(const Plan& plan, const CurrentWeeks::Current& current,
                              const std::vector<WeekProgress>& progress) {
  auto weeks = current.carriers;
  if (current.all_studied) {
    const auto& tier = plan.weeks[weeks.back()].load.tier;
    for (std::size_t i = 0; i < plan.weeks.size(); ++i)
      if (plan.weeks[i].load.gate && plan.weeks[i].load.tier == tier) weeks.push_back(i);
  }
  const auto open =
      std::ranges::find_if(weeks, [&](std::size_t i) { return !progress.at(i).complete; });
  return open == weeks.end() ? weeks.back() : *open;
}

std::optional<Date> CurrentWeeks::studied_on(const Lap& lap) const {
  const auto over = lap.to == Date::last() ? std::optional<Date>() : lap.to + Days{1};
  if (lap.needed == Minutes{0}) return over;
  Minutes sum = lap.given;
  if (sum >= lap.needed) return Date::first();
  std::optional<Date> enough_once_over;
  if (over && sum * 100 >= lap.needed * 80) enough_once_over = over;
  const auto days = studied_.find(lap.week);
  if (days == studied_.end()) return enough_once_over;
  for (const auto& [day, minutes] : days->second) {
    sum += minutes.total();
    if (!enough_once_over && over && sum * 100 >= lap.needed * 80)
      enough_once_over = std::max(day, *over);
    if (sum >= lap.needed) return enough_once_over ? std::min(day, *enough_once_over) : day;
  }
  return enough_once_over;
}

}  // namespace gradus::plan
