#pragma once

#include "gradus/plan/options.hpp"

namespace gradus::plan {

// The least time a week, from `least` to `most` in steps of 15 minutes, with which the plan ends by
// the day; the most if it never does.
[[nodiscard]] Accelerated accelerate(calendar::Date by, const Frame& frame, Minutes least,
                                     Minutes most, const Lay& lay);

}  // namespace gradus::plan
