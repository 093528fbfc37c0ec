#pragma once

#include "gradus/curriculum/model.hpp"

#include <string>
#include <string_view>

namespace gradus::track {

// A criterion and the gate it belongs to.
struct GateCriterion {
  std::string gate;              // a tier's id, or "finish"
  const curriculum::Tier* tier;  // nullptr: the finish check
  const curriculum::Criterion* criterion;

  [[nodiscard]] std::string name() const { return gate + '/' + criterion->id.text(); }
};

// By TIER/CRITERION or finish/CRITERION, or by CRITERION where only one gate has it, among those
// that are not retired. Throws Error or curriculum::Error, with the nearest names or all that are
// meant. The result points into `curriculum`.
[[nodiscard]] GateCriterion find_gate_criterion(const std::string& name,
                                                const curriculum::Curriculum& curriculum);

// Whether the id is that of a gate: a tier's, or "finish".
[[nodiscard]] bool is_gate(std::string_view id, const curriculum::Curriculum& curriculum);

}  // namespace gradus::track
