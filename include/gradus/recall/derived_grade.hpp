#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/recall/memory.hpp"

#include <chrono>
#include <optional>

namespace gradus::recall {

using calendar::Minutes;

// How a solved problem went, as its entry says.
struct Solution {
  Minutes minutes;
  int attempts;  // 1: at the first try
  bool help_used;
};

// Nobody grades a problem that is solved, so its grade is derived: with help it is again; at the
// third try or later, or in more than twice the median, hard; at the first try in less than half
// the median, easy; otherwise good. The median is that of the learner's solutions of that
// difficulty; it is given twice over, since it may lie halfway between two minutes.
[[nodiscard]] Grade derived_grade(const Solution& solution, Minutes twice_median);

// A drill that was done.
struct DrillResult {
  bool passed;
  std::chrono::seconds seconds;
  std::chrono::seconds limit;     // 0: there was none
  std::optional<double> score{};  // 0 to 1, where one was given
};

// Not passed is again. Passed in more than nine tenths of the limit, or with a score below 0.75, is
// hard; within half of the limit, with a full score if there is one, easy; otherwise good.
[[nodiscard]] Grade derived_grade(const DrillResult& result);

}  // namespace gradus::recall
