#pragma once

#include "gradus/insight/plan_change.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

using insight::PlanChange;

[[nodiscard]] Document view(const PlanChange& change);
// The new plan's JSON with `what_if`, the usual week, what the step did (`step`) and `changes`.
[[nodiscard]] std::string json(const PlanChange& change);

// The learner's hours per weekday, and how plan weeks follow one another.
struct UsualWeek {
  calendar::Availability available;
  plan::Fit fit;
};
[[nodiscard]] Document view(const UsualWeek& week);
[[nodiscard]] std::string json(const UsualWeek& week);

// The options of a re-plan, side by side with the plan as it is.
struct Options {
  const insight::Track& track;
  const plan::Frame& frame;           // of the track
  std::vector<plan::Option> options;  // none once every tier is passed
  // The open tier, while its weeks are studied and its gate is shut.
  std::optional<curriculum::TierId> shut_gate{};
};
[[nodiscard]] Document view(const Options& options);
[[nodiscard]] std::string json(const Options& options);

// What it takes to finish by a day.
struct Deadline {
  calendar::Date by;
  const plan::Option& option;
  const plan::Frame& frame;      // as it is now
  const insight::Track& after;   // the track with the option's plan
  insight::PlanValues values{};  // of `after`
};
[[nodiscard]] Document view(const Deadline& deadline);
[[nodiscard]] std::string json(const Deadline& deadline);

[[nodiscard]] Document view(const std::vector<plan::Break>& breaks);
[[nodiscard]] std::string json(const std::vector<plan::Break>& breaks);

struct ListedModule {
  curriculum::Module module;
  bool planned;
};
[[nodiscard]] Document view(const std::vector<ListedModule>& modules,
                            const std::vector<curriculum::ModuleBundle>& bundles);
[[nodiscard]] std::string json(const std::vector<ListedModule>& modules,
                               const std::vector<curriculum::ModuleBundle>& bundles);

}  // namespace gradus::report
