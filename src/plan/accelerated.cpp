#include "plan/accelerated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

// Where a curriculum sets no limit: more than any day of study holds.
constexpr std::chrono::hours most_without_limit{7 * 16};

// The sooner of two ways to study so much a week: the usual slots in proportion, or the same time
// on each study day, as far as a day has hours. Since plan weeks share no day, equal days can end
// a week a day earlier.
Accelerated at(const Frame& frame, Minutes per_week, const Lay& lay) {
  const auto in_flow = [&](const calendar::Availability& available) {
    return Frame{frame.start, available.scaled_to(std::min(per_week, available.most_scaled())),
                 Fit::flow, frame.breaks};
  };
  Frame scaled = in_flow(frame.available);
  Frame level = in_flow(frame.available.levelled());
  Plan by_scale = lay(scaled);
  Plan by_level = lay(level);
  if (by_level.finish() < by_scale.finish()) return {std::move(level), std::move(by_level)};
  return {std::move(scaled), std::move(by_scale)};
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

struct MonthsLimit {
  int months;
  Date least;  // the first day on which a plan may end
};

std::optional<MonthsLimit> months_limit(const curriculum::Limits& limits, Date start) {
  if (!limits.months) return std::nullopt;
  return MonthsLimit{*limits.months, start.plus_months(*limits.months) - Days{1}};
}

std::string months_reason(const MonthsLimit& limit) {
  return fmt::format("the curriculum asks for {0} months in all (under-{0}-months)", limit.months);
}

}  // namespace

Accelerated accelerate(Date by, const Frame& frame, Minutes least, Minutes most, const Lay& lay) {
  const auto in_time = [&](const Accelerated& accelerated) {
    return accelerated.plan.finish() <= by;
  };
  Accelerated best = at(frame, most, lay);
  if (!in_time(best)) return best;
  while (least < most) {
    const Minutes middle = least + (most - least) / 2;
    Accelerated tried = at(frame, middle, lay);
    if (in_time(tried)) {
      most = middle;
      best = std::move(tried);
    } else {
      least = middle + Minutes{1};
    }
  }
  return best;
}

Accelerated finish_by(Date by, Date from, const Frame& frame, const curriculum::Limits& limits,
                      const Lay& lay) {
  const auto months = months_limit(limits, frame.start);
  const Minutes most = limits.hours_per_week
                           ? Minutes{std::chrono::hours{limits.hours_per_week->at(1)}}
                           : Minutes{most_without_limit};
  const Accelerated fastest = at(frame, std::max(most, Minutes{1}), lay);
  Date earliest = fastest.plan.finish();
  if (months) earliest = std::max(earliest, months->least);

  const Minutes needed = on_average(remaining_minutes(fastest.plan), by - from + Days{1});
  if (by >= earliest) return accelerate(by, frame, std::min(needed, most), most, lay);

  std::string why;
  if (by < from) {
    why = "that day is over before the plan begins";
  } else if (needed > most) {
    why = fmt::format("it takes {} a week, and {} is the most", calendar::format_duration(needed),
                      calendar::format_duration(most));
  } else if (fastest.plan.finish() > by) {
    why = fmt::format("even with {} a week it ends on {}, for no two plan weeks share a day",
                      calendar::format_duration(most), fastest.plan.finish().iso());
  }
  // By the very day too: the least months would be over only with it.
  if (months && by <= months->least + Days{1})
    why += (why.empty() ? "" : "; and ") + months_reason(*months);
  throw Error(fmt::format("the plan can't finish by {}: {}", by.iso(), why),
              fmt::format("the earliest date within the limits: --finish-by {}", earliest.iso()));
}

}  // namespace gradus::plan
