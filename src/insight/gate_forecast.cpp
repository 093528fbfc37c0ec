#include "gradus/insight/gate_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <variant>

namespace gradus::insight {
namespace {

using curriculum::Aggregate;
using rules::Explanation;
using rules::Truth;

// A Wait before it has its criterion.
struct Step {
  Waits waits;
  std::optional<calendar::Date> on{};
  std::optional<double> a_week{};
  std::string unit{};
};

// Whether `a` comes before `b`; what can't be told comes last.
bool sooner(const Step& a, const Step& b) {
  if (!a.on || !b.on) return a.on.has_value() && !b.on;
  return *a.on < *b.on;
}

std::optional<calendar::Date> days_after(calendar::Date today, double days) {
  if (days > static_cast<double>((calendar::Date::last() - today).count())) return std::nullopt;
  return today + calendar::Days{static_cast<int>(days)};
}

// Works out one node; step() goes down into its parts.
struct Stepper {
  calendar::Date today;
  calendar::Date pace_from;

  [[nodiscard]] Step step(const Explanation& explained) const {
    if (explained.outcome.truth == Truth::pass) return {Waits::one_off, today};
    return std::visit([&](const auto& form) { return of(form, explained); },
                      explained.requirement->form);
  }

 private:
  [[nodiscard]] Step of(const curriculum::All&, const Explanation& explained) const {
    return nth(explained, explained.parts.size());
  }
  [[nodiscard]] Step of(const curriculum::Any&, const Explanation& explained) const {
    return nth(explained, 1);
  }
  [[nodiscard]] Step of(const curriculum::Some& some, const Explanation& explained) const {
    return nth(explained, some.at_least);
  }
  [[nodiscard]] Step of(const curriculum::Not&, const Explanation&) const {
    return {Waits::unpredictable};
  }
  [[nodiscard]] Step of(const curriculum::Attested&, const Explanation&) const {
    return {Waits::one_off, today};
  }
  [[nodiscard]] Step of(const curriculum::Delivered&, const Explanation&) const {
    return {Waits::one_off, today};
  }

  [[nodiscard]] Step of(const curriculum::Measure& measure, const Explanation& explained) const {
    const auto& query = measure.query;
    // Days that are over can't be filled, and what looks back loses as it gains.
    if (names_days(query)) return {Waits::unpredictable};
    const auto& have = explained.outcome.have;
    const bool over = have && measure.at_most && *have > *measure.at_most;
    switch (query.measure) {
      case Aggregate::min:
        return over || !have ? Step{Waits::one_off, today} : Step{Waits::unpredictable};
      case Aggregate::max:
        return over ? Step{Waits::unpredictable} : Step{Waits::one_off, today};
      case Aggregate::latest:
        return {Waits::one_off, today};
      case Aggregate::mean:  // without any data yet, the first result may do
        return have ? Step{Waits::unpredictable} : Step{Waits::one_off, today};
      case Aggregate::streak:
        return over || query.last || query.within ? Step{Waits::unpredictable}
                                                  : after_a_run(explained);
      default:
        return over || !explained.recent ? Step{Waits::unpredictable} : at_pace(explained);
    }
  }

  [[nodiscard]] static bool names_days(const curriculum::Query& query) {
    return std::ranges::any_of(query.where, [](const auto& filter) {
      return filter.field.type == curriculum::FieldType::date;
    });
  }

  [[nodiscard]] static bool by_one_entry(const Explanation& explained) {
    const auto& measure = std::get<curriculum::Measure>(explained.requirement->form);
    return measure.query.measure == Aggregate::count && explained.outcome.missing <= 1.0;
  }

  [[nodiscard]] Step at_pace(const Explanation& explained) const {
    const double days = static_cast<double>((today - pace_from).count()) + 1;
    const double a_day = *explained.recent / days;
    if (by_one_entry(explained)) return {Waits::one_off, today};
    if (a_day <= 0) return {.waits = Waits::no_pace, .unit = explained.outcome.unit};
    return {Waits::pace,
            days_after(today, std::ceil(explained.outcome.missing.value_or(0) / a_day)), a_day * 7,
            explained.outcome.unit};
  }

  // The run that goes on today or went on until yesterday counts, as far as the newest entries
  // tell; else a new one begins today.
  [[nodiscard]] Step after_a_run(const Explanation& explained) const {
    calendar::Days wanted{0};  // how long before today the run's next day back lies
    double run = 0;
    for (const auto& entry : explained.counted.first) {
      const auto ago = today - entry.on;
      if (run == 0 && ago == calendar::Days{1}) wanted = ago;
      if (ago != wanted) continue;
      ++run;
      ++wanted;
    }
    const auto& newest = explained.counted.first;
    const bool today_counts = !newest.empty() && newest.front().on == today;
    const double days = explained.outcome.need - run - (today_counts ? 0 : 1);
    return {Waits::streak, days_after(today, std::max(days, 0.0))};
  }

  // When the soonest `number` parts are met.
  [[nodiscard]] Step nth(const Explanation& explained, std::size_t number) const {
    std::vector<Step> steps;
    steps.reserve(explained.parts.size());
    for (const auto& part : explained.parts) steps.push_back(step(part));
    std::ranges::stable_sort(steps, sooner);
    return steps.at(number - 1);
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
    const auto step = stepper.step(explanations.at(i));
    opening.waits.push_back({criterion.id, step.waits, step.on, step.a_week, step.unit});
    if (opening.on && (!step.on || *step.on > *opening.on)) opening.on = step.on;
  }
  return opening;
}

}  // namespace gradus::insight
