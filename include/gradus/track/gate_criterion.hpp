#pragma once

#include "gradus/curriculum/model.hpp"

#include <string>

namespace gradus::track {

// A criterion that stands in a gate.
struct GateCriterion {
  std::string gate;              // a tier's id, or "finish"
  const curriculum::Tier* tier;  // null: the finish check's
  const curriculum::Criterion* criterion;

  [[nodiscard]] std::string name() const { return gate + '/' + criterion->id.text(); }
};

// By TIER/CRITERION or finish/CRITERION, among those that are not retired. Throws Error or
// curriculum::Error, with the nearest names. What it gives points into `curriculum`.
[[nodiscard]] GateCriterion find_gate_criterion(const std::string& name,
                                                const curriculum::Curriculum& curriculum);

}  // namespace gradus::track
