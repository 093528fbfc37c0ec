#include "gradus/plan/gate_weeks.hpp"

#include <algorithm>
#include <utility>

namespace gradus::plan {
namespace {

constexpr Minutes gate_step{5};  // gate weeks are estimates: no odd minutes

Minutes past_minutes(const WeekDates& dates, calendar::Date today) {
  Minutes sum{0};
  for (const Block& block : dates.blocks)
    if (block.on < today) sum += block.minutes;
  return sum;
}

bool is_gate_of(const PlanWeek& week, const curriculum::TierId& tier) {
  return week.load.gate && week.load.tier == tier;
}

// The past of the tier's gate weeks; those of which nothing is past are gone.
std::vector<Minutes> begun(const Plan& plan, const curriculum::TierId& tier, calendar::Date today) {
  std::vector<Minutes> weeks;
  for (const PlanWeek& week : plan.weeks) {
    if (!is_gate_of(week, tier)) continue;
    if (const auto past = past_minutes(week.dates, today); past > Minutes{0}) weeks.push_back(past);
  }
  return weeks;
}

}  // namespace

bool has_gate_week_ahead(const Plan& plan, const curriculum::TierId& tier, calendar::Date today) {
  return std::ranges::any_of(plan.weeks, [&](const PlanWeek& week) {
    return is_gate_of(week, tier) && !week.dates.finished && week.dates.to >= today;
  });
}

Shape with_gate_weeks(Shape shape, const Plan& before, const GateNeed& need,
                      const calendar::Availability& available, calendar::Date today) {
  auto weeks = begun(before, need.tier, today);
  const Minutes most = available.per_week();
  Minutes rest = (need.minutes + gate_step - Minutes{1}) / gate_step * gate_step;
  for (calendar::Days days{0}; rest > Minutes{0} || days < need.least_days;
       days += calendar::Days{7}) {
    const Minutes taken = most > Minutes{0} ? std::min(rest, most) : rest;
    weeks.push_back(taken);
    rest -= taken;
  }
  if (weeks.empty())
    shape.gate_weeks.erase(need.tier);
  else
    shape.gate_weeks[need.tier] = std::move(weeks);
  return shape;
}

Dropped without_what_is_passed(Shape shape, const Plan& before, const curriculum::TierId& tier,
                               bool last, calendar::Date today) {
  Dropped kept;
  for (const PlanWeek& week : before.weeks) {
    auto dates = week.dates;
    const bool for_the_gate = week.load.tier == tier && (week.load.gate || week.load.repeat);
    if (for_the_gate && past_minutes(dates, today) == Minutes{0}) {
      if (week.load.repeat) drop_last_repeat(shape, week.load.carries.front().week);
      continue;
    }
    if (for_the_gate || last) {
      std::erase_if(dates.blocks, [today](const Block& block) { return block.on >= today; });
      dates.finished = true;
    }
    kept.dates.push_back(std::move(dates));
  }
  auto weeks = begun(before, tier, today);
  if (weeks.empty())
    shape.gate_weeks.erase(tier);
  else
    shape.gate_weeks[tier] = std::move(weeks);
  kept.shape = std::move(shape);
  return kept;
}

}  // namespace gradus::plan
