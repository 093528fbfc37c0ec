#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/plan/layout.hpp"

#include <vector>

namespace gradus::plan {

// The days of all breaks, queried in calendar order: over a whole plan each query takes constant
// time, because breaks that are over are skipped for good.
class BreakDays {
 public:
  // Breaks may overlap and come in any order. Throws Error for one that ends before it begins.
  explicit BreakDays(std::vector<Break> breaks);

  // Whether the day is on a break. Days must not be queried in decreasing order.
  [[nodiscard]] bool contains(calendar::Date day);

 private:
  std::vector<Break> breaks_;  // by first day
  std::vector<Break>::const_iterator next_;
};

}  // namespace gradus::plan
