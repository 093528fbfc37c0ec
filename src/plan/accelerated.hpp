#pragma once

#include "gradus/plan/options.hpp"

#include <chrono>
#include <cstdint>

namespace gradus::plan {

// How many steps of calendar::study_step a week may be made longer; negative: shorter.
struct Steps {
  std::int64_t least = 0;
  std::int64_t most = std::chrono::weeks{1} / calendar::study_step;  // more than fit any week
};

// The fewest steps that make the week at least so long, and the most that keep it within that.
[[nodiscard]] Steps steps_to(const calendar::Availability& usual, Minutes per_week);

// The plan with so many steps more a week, as `flow`.
[[nodiscard]] Accelerated accelerated(const Frame& frame, std::int64_t steps, const Lay& lay);

// The plan with the fewest steps that ends by the day; with the most if none does.
struct Found {
  std::int64_t steps;
  Accelerated accelerated;
};
[[nodiscard]] Found accelerate(calendar::Date by, const Frame& frame, Steps steps, const Lay& lay);

}  // namespace gradus::plan
