#include "gradus/insight/gate_forecast.hpp"

#include "insight/gate_needs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace gradus::insight {
namespace {

using rules::Explanation;

// A Wait without its criterion yet.
struct Step {
  Waits waits;
  std::optional<calendar::Date> on{};
  std::optional<double> a_week{};
  std::string unit{};
};

// Whether `a` comes before `b`; steps without a day come last.
bool sooner(const Step& a, const Step& b) {
  if (!a.on || !b.on) return a.on.has_value() && !b.on;
  return *a.on < *b.on;
}

std::optional<calendar::Date> days_after(calendar::Date today, double days) {
  if (days > static_cast<double>((calendar::Date::last() - today).count())) return std::nullopt;
  return today + calendar::Days{static_cast<int>(days)};
}

// At the pace since a day.
struct Stepper {
  calendar::Date today;
  calendar::Date pace_from;

  [[nodiscard]] Step step(const GateNeed& need) const {
    if (!need.parts.empty()) return nth(need);
    switch (need.waits) {
      case Waits::one_off:
        return {need.waits, today};
      case Waits::streak:
        return {need.waits, days_after(today, need.days.value_or(0))};
      case Waits::pace:
        return at_pace(need);
      case Waits::too_early:
      case Waits::no_pace:
      case Waits::unpredictable:
        break;
    }
    return {.waits = need.waits, .unit = need.unit};
  }

 private:
  [[nodiscard]] Step at_pace(const GateNeed& need) const {
    const auto since = today - pace_from + calendar::Days{1};
    const double a_day = need.recent.value_or(0) / static_cast<double>(since.count());
    if (since < least_pace_days)
      return {.waits = Waits::too_early, .a_week = a_day * 7, .unit = need.unit};
    return {Waits::pace, days_after(today, std::ceil(need.missing / a_day)), a_day * 7, need.unit};
  }

  // The day the earliest of the parts are met that it takes.
  [[nodiscard]] Step nth(const GateNeed& need) const {
    std::vector<Step> steps;
    steps.reserve(need.parts.size());
    for (const auto& part : need.parts) steps.push_back(step(part));
    std::ranges::stable_sort(steps, sooner);
    return steps.at(need.needed - 1);
  }
};

}  // namespace

calendar::Date pace_from(calendar::Date today, calendar::Date start) {
  if (start > today) return today;
  if (today - start < pace_days) return start;
  return today - (pace_days - calendar::Days{1});
}

GateForecast gate_forecast(const rules::Verdict& verdict,
                           const std::vector<Explanation>& explanations, calendar::Date today,
                           calendar::Date pace_from) {
  const Stepper stepper{today, pace_from};
  GateForecast opening{today, pace_from, {}, today};
  for (std::size_t i = 0; i < verdict.criteria.size(); ++i) {
    const auto& criterion = verdict.criteria[i];
    if (criterion.status == rules::Status::pass || criterion.status == rules::Status::waived)
      continue;
    const auto step = stepper.step(need_of(explanations.at(i), today));
    opening.waits.push_back({criterion.id, step.waits, step.on, step.a_week, step.unit});
    if (opening.on && (!step.on || *step.on > *opening.on)) opening.on = step.on;
  }
  return opening;
}

}  // namespace gradus::insight
