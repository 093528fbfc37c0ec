#include "plan/accelerated.hpp"

#include <utility>

namespace gradus::plan {

Steps steps_to(const calendar::Availability& usual, Minutes per_week) {
  const auto missing = (per_week - usual.per_week()).count();
  const auto step = calendar::study_step.count();
  const auto down = missing / step - (missing % step < 0 ? 1 : 0);
  return {.least = down + (missing % step == 0 ? 0 : 1), .most = down};
}

Accelerated accelerated(const Frame& frame, std::int64_t steps, const Lay& lay) {
  Frame longer{frame.start, frame.available.lengthened(steps), Fit::flow, frame.breaks};
  Plan plan = lay(longer);
  return {std::move(longer), std::move(plan)};
}

// Each step makes some slot longer and none shorter, so the plan ends no later.
Found accelerate(calendar::Date by, const Frame& frame, Steps steps, const Lay& lay) {
  auto [least, most] = steps;
  Found best{most, accelerated(frame, most, lay)};
  if (best.accelerated.plan.finish() > by) return best;
  while (least < most) {
    const auto middle = least + (most - least) / 2;
    auto tried = accelerated(frame, middle, lay);
    if (tried.plan.finish() <= by) {
      most = middle;
      best = {middle, std::move(tried)};
    } else {
      least = middle + 1;
    }
  }
  return best;
}

}  // namespace gradus::plan
