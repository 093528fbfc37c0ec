#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <vector>

namespace gradus::plan {

// The plan weeks of a curriculum, in order.
//
// A plan week carries one curriculum week, unless its tier is compressed or stretched to N plan
// weeks instead of M. Then the tier's minutes, in order, are cut into N equal parts, and plan week
// k carries the weeks its part touches: of weeks as long as each other, floor(k*M/N) to
// ceil((k+1)*M/N)-1. Stretched, the minutes stay as they are; compressed, N/M of them are left. A
// closing tier that takes up weeks saved elsewhere has that many more minutes at its own average.
// Minutes are multiples of 5 where the weeks' own are. Problems and artefacts go into the plan week
// in which their own week ends, in one row for each topic and difficulty, so their sums stay the
// same. Below half, the tier's placed problems replace those of its weeks.
//
// A module's net time goes into its home weeks, up to 10 hours in each, and the rest into one extra
// week right after the last of them in the plan; modules that end there share it. Repeated weeks
// come at the end of their tier; they ask for no new artefacts or problems.
[[nodiscard]] std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum,
                                            const Shape& shape = {});

}  // namespace gradus::plan
