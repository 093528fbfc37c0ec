#pragma once

#include "gradus/plan/layout.hpp"

#include <optional>
#include <vector>

namespace gradus::plan {

// A plan week before it gets its dates, for the first time or again.
struct PendingWeek {
  curriculum::WeekMinutes rest;         // still to be laid out
  std::optional<WeekDates> before{};    // as it was, with the blocks that stay; nullopt: a new week
  bool closed = false;                  // finished: none of it is laid out again
  bool as_short_as_its_blocks = false;  // the next week need not wait for 7 days to be over
  Minutes filled{0};                    // see WeekDates

  [[nodiscard]] bool begun(calendar::Date today) const {
    return before && before->first_day() < today;
  }
};
[[nodiscard]] PendingWeek pending(const WeekLoad& load);

// Lays out the weeks in order from `today` on, or from the frame's start if that is later, by the
// rules of lay_out. What has begun and needs nothing more keeps its dates; a finished week ends the
// day before `today` at the latest, and the next doesn't wait for its 7 days to be over. `studied`:
// the minutes of today's slots that are used up; only for a re-plan, which moves `from` of a week
// under way to what remains.
[[nodiscard]] std::vector<WeekDates> lay(const std::vector<PendingWeek>& weeks, const Frame& frame,
                                         calendar::Date today,
                                         std::optional<Minutes> studied = std::nullopt);

}  // namespace gradus::plan
