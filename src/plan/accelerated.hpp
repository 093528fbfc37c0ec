#pragma once

#include "gradus/plan/options.hpp"

namespace gradus::plan {

// The least minutes a week, from `least` to `most`, with which the plan ends by the day; `most` if
// it never does.
[[nodiscard]] Accelerated accelerate(calendar::Date by, const Frame& frame, Minutes least,
                                     Minutes most, const Lay& lay);

}  // namespace gradus::plan
