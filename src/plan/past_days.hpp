#pragma once

#include "gradus/plan/plan.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gradus::plan {

// The days that a tier has behind it, handed out to the weeks it is divided into now: as many, in
// order, as their minutes were planned on. Whole days, so that no two weeks share one.
class PastDays {
 public:
  // `old`: the tier's weeks as they were, at least one.
  PastDays(const std::vector<const PlanWeek*>& old, calendar::Date today);

  // The past of the next new week, with its blocks, all marked as past: those of its minutes, or,
  // if that is the `last` week, all that are left. nullopt if no day is left for it.
  [[nodiscard]] std::optional<WeekDates> next(Minutes length, bool last);

 private:
  struct PastBlock {
    Block block;
    Minutes planned;  // what counts for it: nothing if it was planned again later
  };

  std::vector<PastBlock> blocks_{};
  Minutes total_{0};  // planned so far, with or without blocks
  calendar::Date first_day_;
  calendar::Date end_;   // the day after the last that can be given
  calendar::Date free_;  // the first day not given to any week yet
  std::size_t block_ = 0;
  Minutes given_{0};
  Minutes wanted_{0};
  bool begun_ = false;
};

}  // namespace gradus::plan
