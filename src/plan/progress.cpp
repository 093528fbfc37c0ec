#include "gradus/plan/progress.hpp"

#include <algorithm>
#include <optional>

namespace gradus::plan {
namespace {

using curriculum::WeekMinutes;

void take(WeekMinutes& from, WeekMinutes& into, calendar::BlockKind kind,
          Minutes most = Minutes::max()) {
  const Minutes taken = std::clamp(most, Minutes{0}, from.of(kind));
  from.of(kind) -= taken;
  into.of(kind) += taken;
}

// Moves minutes until `done` reaches what is planned: kind by kind first, then of any kind.
void fill(WeekMinutes& from, WeekMinutes& done, const WeekMinutes& planned) {
  for (const auto kind : calendar::block_kinds) {
    take(from, done, kind, planned.of(kind) - done.of(kind));
  }
  for (const auto kind : calendar::block_kinds) {
    take(from, done, kind, planned.total() - done.total());
  }
}

bool complete(Minutes planned, Minutes actual, bool over) {
  if (planned == Minutes{0}) return over;
  return actual >= planned || (over && actual * 100 >= planned * 80);
}

}  // namespace

std::vector<WeekProgress> progress(const Plan& plan, const MinutesByWeek& logged,
                                   calendar::Date today) {
  std::map<curriculum::WeekId, const PlanWeek*> last_carrier;
  for (const PlanWeek& week : plan.weeks) {
    for (const curriculum::WeekId& id : week.load.week_ids()) last_carrier[id] = &week;
  }
  MinutesByWeek left = logged;
  std::vector<WeekProgress> result;
  result.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) {
    const Minutes planned = week.load.minutes.total();
    WeekMinutes done;
    for (const curriculum::WeekId& id : week.load.week_ids()) {
      const auto found = left.find(id);
      if (found == left.end()) continue;
      if (last_carrier.at(id) == &week) {
        for (const auto kind : calendar::block_kinds) take(found->second, done, kind);
      } else {
        fill(found->second, done, week.load.minutes);
      }
    }
    const Minutes actual = done.total();
    result.push_back({planned, actual, complete(planned, actual, today > week.dates.to), done});
  }
  return result;
}

WeekMinutes remaining(const WeekMinutes& planned, WeekMinutes done) {
  WeekMinutes rest = planned;
  for (const auto kind : calendar::block_kinds) {
    const Minutes taken = std::min(rest.of(kind), done.of(kind));
    rest.of(kind) -= taken;
    done.of(kind) -= taken;
  }
  Minutes over = done.total();
  for (const auto kind : calendar::block_kinds) {
    const Minutes taken = std::min(rest.of(kind), over);
    rest.of(kind) -= taken;
    over -= taken;
  }
  return rest;
}

std::map<curriculum::WeekId, Minutes> planned_by_week(const Plan& plan) {
  std::map<curriculum::WeekId, Minutes> planned;
  for (const PlanWeek& week : plan.weeks)
    for (const Carried& carried : week.load.carries)
      planned[carried.week] += carried.minutes.total();
  return planned;
}

const PlanWeek& week_on(const Plan& plan, calendar::Date day) {
  // By date: a week that keeps its dates may come after one that was later put before it.
  const PlanWeek* latest = nullptr;
  for (const PlanWeek& week : plan.weeks) {
    const auto from = week.dates.from;
    if (from <= day && (latest == nullptr || latest->dates.from < from)) latest = &week;
  }
  return latest == nullptr ? plan.weeks.front() : *latest;
}

std::optional<curriculum::WeekId> late_home(const Plan& plan, const curriculum::Module& module,
                                            calendar::Date day) {
  const auto is_over = [&](const curriculum::WeekId& id) {
    return std::ranges::none_of(plan.weeks, [&](const PlanWeek& week) {
      return week.dates.to >= day && week.load.carries_week(id);
    });
  };
  if (std::ranges::none_of(module.weeks, is_over)) return std::nullopt;
  const auto ahead = std::ranges::find_if_not(module.weeks, is_over);
  return ahead == module.weeks.end() ? week_on(plan, day).load.carries.back().week : *ahead;
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
                "see its tiers with gradus plan"};
  }
  return *last;
}

}  // namespace gradus::plan
