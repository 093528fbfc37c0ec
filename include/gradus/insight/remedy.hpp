#pragma once

#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/rules/gate.hpp"

#include <vector>

namespace gradus::insight {

// The weeks that a tier's unmet criteria ask to repeat, in plan order. Only once the tier's time is
// over or all its weeks are complete, and without weeks that are still to be studied.
[[nodiscard]] std::vector<curriculum::WeekId> weeks_to_repeat(
    const plan::Plan& plan, const std::vector<plan::WeekProgress>& progress,
    const rules::Verdict& gate, const curriculum::TierId& tier, calendar::Date today);

// The repetitions in the plan that have not begun, and that no unmet criterion asks for any more.
[[nodiscard]] std::vector<curriculum::WeekId> needless_repeats(const plan::Plan& plan,
                                                               const rules::Verdict& gate,
                                                               const curriculum::TierId& tier,
                                                               calendar::Date today);

}  // namespace gradus::insight
