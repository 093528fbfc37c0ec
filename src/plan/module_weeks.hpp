#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/plan/plan.hpp"

#include <vector>

namespace gradus::plan {

// Puts the modules' net time into their home weeks, up to `most`, and the rest into extra weeks
// right after them.
void add_modules(std::vector<WeekLoad>& loads, const std::vector<curriculum::Module>& modules,
                 Minutes most);

}  // namespace gradus::plan
