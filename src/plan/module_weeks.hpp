#pragma once

#include "gradus/curriculum/module.hpp"
#include "gradus/plan/plan.hpp"

#include <vector>

namespace gradus::plan {

// Puts each module's net time into its home weeks in the order of the plan, up to 10 hours in each.
// The rest goes into a week of its own right after the last of them, however long, together with
// the rest of other modules that end there.
void add_modules(std::vector<WeekLoad>& loads, const std::vector<curriculum::Module>& modules);

}  // namespace gradus::plan
