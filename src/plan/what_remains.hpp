#pragma once

#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"

#include <set>
#include <vector>

namespace gradus::plan {

// What a re-plan lays out of a week.
struct Remains {
  curriculum::WeekMinutes rest;
  bool finished;  // nothing: it is complete, its tier is passed, or the time was studied elsewhere
  Minutes filled{0};  // of its minutes, what was logged beyond earlier weeks
};

// One for each plan week. What is logged beyond a week's minutes fills the next weeks of its tier
// that are not complete, but no repeated ones and no gate weeks: those are for what the gate lacked
// when they were laid. A week that 80% are enough for once it ends, and that the surplus would
// end, leaves the surplus to the next; so a second re-plan on the same day changes nothing.
[[nodiscard]] std::vector<Remains> what_remains(const std::vector<WeekLoad>& loads,
                                                const std::vector<WeekProgress>& progress,
                                                const std::set<curriculum::TierId>& passed);

}  // namespace gradus::plan
