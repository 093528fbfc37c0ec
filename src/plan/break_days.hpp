#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/plan/layout.hpp"

#include <vector>

namespace gradus::plan {

// The days of all breaks, asked for in the order of the calendar: each question takes constant time
// over a whole plan, because breaks that are over are left behind.
class BreakDays {
 public:
  // Breaks may overlap and come in any order. Throws Error for one that ends before it begins.
  explicit BreakDays(std::vector<Break> breaks);

  // Whether the day is on a break. A day must not be earlier than the one asked for before.
  [[nodiscard]] bool contains(calendar::Date day);

 private:
  std::vector<Break> breaks_;  // by first day
  std::vector<Break>::const_iterator next_;
};

}  // namespace gradus::plan
