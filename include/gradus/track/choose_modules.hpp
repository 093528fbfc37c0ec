#pragma once

#include "gradus/plan/shape.hpp"
#include "gradus/track/change_plan.hpp"
#include "gradus/track/known_modules.hpp"

#include <string>
#include <vector>

namespace gradus::track {

// A module whose own weeks are over, and the week it goes into instead.
struct LateModule {
  curriculum::ModuleId id;
  curriculum::WeekId own;
  curriculum::WeekId home;
};

struct AddedModules {
  PlanRequest request;
  std::vector<LateModule> late{};
  std::vector<plan::MissingSoft> missing_soft{};
};

// The plan with the modules, or bundles of modules, that the words name; modules of a bundle that
// are already planned stay as they are. `passed`: see passed_modules. Throws Error with the nearest
// names for an unknown word, plan::Error for a module that can't be added.
[[nodiscard]] AddedModules add_modules(const LoadedTrack& track,
                                       const std::vector<std::string>& words,
                                       const plan::ModuleIds& passed, calendar::Date today);
// The plan without them. A planned module stays known even if the program no longer includes it.
[[nodiscard]] PlanRequest remove_modules(const LoadedTrack& track,
                                         const std::vector<std::string>& words,
                                         const plan::ModuleIds& passed);

// Whether a module is in the plan.
[[nodiscard]] bool is_planned(const plan::Shape& shape, const curriculum::ModuleId& id);

}  // namespace gradus::track
