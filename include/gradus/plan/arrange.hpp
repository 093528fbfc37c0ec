#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"

#include <vector>

namespace gradus::plan {

// The plan weeks of a curriculum, in order: one for each of its weeks that is not retired.
[[nodiscard]] std::vector<WeekLoad> arrange(const curriculum::Curriculum& curriculum);

}  // namespace gradus::plan
