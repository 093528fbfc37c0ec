#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"

namespace gradus::insight {

// A plan before and after a change. Holds references to both.
struct PlanChange {
  const plan::Plan& before;
  const plan::Frame& frame_before;
  const Track& after;
  const plan::Frame& frame;  // of `after`
  PlanValues values;         // of `after`
  bool what_if;              // nothing was stored
  bool shows_week = false;   // the usual week too when it is the same
};

}  // namespace gradus::insight
