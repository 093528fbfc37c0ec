#pragma once

#include "gradus/plan/plan.hpp"

#include <optional>
#include <vector>

namespace gradus::plan {

// A tier's dates in two plans of a track; nullopt for a plan without the tier.
struct TierShift {
  curriculum::TierId tier;
  std::optional<TierSpan> was;
  std::optional<TierSpan> now;

  [[nodiscard]] bool moved() const;
};

// Every tier of either plan, in order.
[[nodiscard]] std::vector<TierShift> difference(const Plan& before, const Plan& after);

}  // namespace gradus::plan
