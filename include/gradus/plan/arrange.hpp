#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <vector>

namespace gradus::plan {

// The plan weeks of a curriculum, in order.
//
// A tier of M weeks that is to take N plan weeks gives plan week k (from 0) the curriculum weeks
// floor(k*M/N) to ceil((k+1)*M/N)-1. Compressed, each has the curriculum's usual minutes;
// stretched, the tier's minutes in order are cut evenly. Problems and artefacts stand in the plan
// week where their own week ends, so their sums stay. Below half, the tier's placed problems stand
// in for its weeks'. A closing tier takes the weeks saved elsewhere at the usual minutes.
//
// A module's net time goes into its home weeks up to the curriculum's most hours a week (10 where
// it names none), the rest into weeks of its own behind them. Repeated weeks end their tier; they
// ask for no new artefacts or problems.
[[nodiscard]] std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum,
                                            const Shape& shape = {});

}  // namespace gradus::plan
