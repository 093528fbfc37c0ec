#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <vector>

namespace gradus::plan {

// The plan weeks of a curriculum, in order.
//
// A tier of M weeks planned in N plan weeks gives plan week k (from 0) the curriculum weeks
// floor(k*M/N) to ceil((k+1)*M/N)-1. If compressed, each plan week has the curriculum's usual
// minutes; if stretched, the tier's minutes are divided evenly, in order. Problems and artefacts go
// into the plan week in which their own week ends, so their sums stay the same. Below half, the
// tier's placed problems replace those of its weeks. A closing tier takes the weeks saved
// elsewhere, at the usual minutes.
//
// A module's net time goes into its home weeks, up to the curriculum's maximum hours a week (10 if
// it has none), and the rest into extra weeks right after them. Repeated weeks come at the end of
// their tier; they ask for no new artefacts or problems.
// ask for no new artefacts or problems.
[[nodiscard]] std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum,
                                            const Shape& shape = {});

}  // namespace gradus::plan
