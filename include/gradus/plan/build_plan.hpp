#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/reschedule.hpp"
#include "gradus/plan/shape.hpp"

#include <optional>
#include <vector>

namespace gradus::plan {

// Plans built from the learner's choices: arranged and laid out, without warnings. All of these
// throw Error as lay_out does.

// The first plan of a track; its finish becomes the baseline.
[[nodiscard]] Plan first_plan(const curriculum::Curriculum& curriculum, const Shape& shape,
                              const Frame& frame);

// The plan for another shape or frame, laid out again from `today` on; see reschedule.
[[nodiscard]] Plan changed_plan(const Plan& before, const curriculum::Curriculum& curriculum,
                                const Shape& shape, const Frame& frame, calendar::Date today,
                                const History& history = {});

// The plan of loads whose dates are known. Without a baseline, its own finish becomes the
// baseline.
[[nodiscard]] Plan assemble(const Frame& frame, std::vector<WeekLoad> loads,
                            std::vector<WeekDates> dates,
                            std::optional<calendar::Date> baseline_finish = std::nullopt);

}  // namespace gradus::plan
