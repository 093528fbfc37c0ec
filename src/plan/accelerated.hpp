#pragma once

#include "gradus/plan/options.hpp"

namespace gradus::plan {

// The least minutes a week, from `least` to `most`, whose plan ends by the day; `most` when none
// does.
[[nodiscard]] Accelerated accelerate(calendar::Date by, const Frame& frame, Minutes least,
                                     Minutes most, const Lay& lay);

}  // namespace gradus::plan
