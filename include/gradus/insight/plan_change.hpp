#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/plan/plan.hpp"

namespace gradus::insight {

// A plan before and after a change. Holds references to both.
struct PlanChange {
  const plan::Plan& before;
  const Track& after;
  PlanValues values;  // of `after`
  bool what_if;       // nothing was stored
};

}  // namespace gradus::insight
