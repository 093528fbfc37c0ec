#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/plan/plan.hpp"

#include <vector>

namespace gradus::plan {

// The most that modules may fill a plan week up to.
[[nodiscard]] Minutes most_minutes_a_week(const curriculum::Curriculum& curriculum);

// Puts the modules' net time into their home weeks up to `most`, and the rest into weeks of its own
// behind them.
void add_modules(std::vector<WeekLoad>& loads, const std::vector<curriculum::Module>& modules,
                 Minutes most);

}  // namespace gradus::plan
