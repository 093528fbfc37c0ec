#include "plan/accelerated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

// Hours a week are proposed in steps that people plan in.
constexpr Minutes quarter{15};

std::int64_t steps_within(Minutes minutes) {
  return std::max<std::int64_t>(minutes / quarter, 1);
}

// The usual slots in proportion, laid as `flow`.
Accelerated at(const Frame& frame, std::int64_t steps, const Lay& lay) {
  Frame scaled{frame.start, frame.available.scaled_to(steps * quarter, quarter), Fit::flow,
               frame.breaks};
  Plan plan = lay(scaled);
  return {std::move(scaled), std::move(plan)};
}

Minutes remaining_minutes(const Plan& plan) {
  Minutes total{0};
  for (const PlanWeek& week : plan.weeks) {
    if (!week.dates.finished) total += week.dates.minutes();
  }
  return total;
}

// "Remaining minutes over weeks left", rounded up.
Minutes on_average(Minutes remaining, Days left) {
  const auto days = std::max<std::int64_t>(left.count(), 1);
  return Minutes{(remaining.count() * 7 + days - 1) / days};
}

// No week of fewer minutes can do, even if a weekday that begins the days left ends them, too.
Minutes at_least(Minutes remaining, Days left) {
  const auto weeks = std::max<std::int64_t>((left.count() + 6) / 7, 1);
  return Minutes{(remaining.count() + weeks - 1) / weeks};
}

struct MonthsLimit {
  int months;
  Date least;  // the earliest day on which a plan may end
};

std::optional<MonthsLimit> months_limit(const curriculum::Limits& limits, Date start) {
  if (!limits.months) return std::nullopt;
  return MonthsLimit{*limits.months, start.plus_months(*limits.months) - Days{1}};
}

std::string months_reason(const MonthsLimit& limit) {
  return fmt::format("the curriculum asks for at least {0} months (under-{0}-months)",
                     limit.months);
}

}  // namespace

Accelerated accelerate(Date by, const Frame& frame, Minutes least, Minutes most, const Lay& lay) {
  const auto in_time = [&](const Accelerated& accelerated) {
    return accelerated.plan.finish() <= by;
  };
  auto high = steps_within(std::min(most, frame.available.most_scaled()));
  auto low = std::min(steps_within(least), high);
  Accelerated best = at(frame, high, lay);
  if (!in_time(best)) return best;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    Accelerated tried = at(frame, middle, lay);
    if (in_time(tried)) {
      high = middle;
      best = std::move(tried);
    } else {
      low = middle + 1;
    }
  }
  return best;
}

Accelerated finish_by(Date by, Date from, const Frame& frame, const curriculum::Limits& limits,
                      const Lay& lay) {
  const auto months = months_limit(limits, frame.start);
  const Minutes most = limits.hours_per_week
                           ? Minutes{std::chrono::hours{limits.hours_per_week->at(1)}}
                           : frame.available.most_scaled();
  const auto most_steps = steps_within(std::min(most, frame.available.most_scaled()));
  const Accelerated fastest = at(frame, most_steps, lay);
  Date earliest = fastest.plan.finish();
  if (months) earliest = std::max(earliest, months->least);

  const Minutes remaining = remaining_minutes(fastest.plan);
  const Days left = by - from + Days{1};
  if (by >= earliest) return accelerate(by, frame, at_least(remaining, left), most, lay);

  const Minutes needed = on_average(remaining, left);
  std::string why;
  if (by < from) {
    why = "that day is before the plan begins";
  } else if (needed > most) {
    why = fmt::format("it takes {} a week, but the maximum is {}",
                      calendar::format_duration(needed), calendar::format_duration(most));
  } else if (fastest.plan.finish() > by) {
    why = fmt::format("even with {} a week it ends on {}",
                      calendar::format_duration(most_steps * quarter), fastest.plan.finish().iso());
  }
  // Also for a finish a day later: the minimum number of months must be over by then.
  if (months && by <= months->least + Days{1})
    why += (why.empty() ? "" : "; and ") + months_reason(*months);
  throw Error(fmt::format("the plan can't finish by {}: {}", by.iso(), why),
              fmt::format("the earliest date within the limits: --finish-by {}", earliest.iso()));
}

}  // namespace gradus::plan
