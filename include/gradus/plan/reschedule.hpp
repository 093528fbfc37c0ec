#pragma once

#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"

#include <set>
#include <vector>

namespace gradus::plan {

// Lays a plan anew from a day on. Both keep every block before `today` where it stands, and lay the
// rest by the rules of lay_out, in order, from `today` on. Throw Error as lay_out does.

// What was done for weeks before they come into the plan, by another version of the curriculum.
struct History {
  std::set<curriculum::TierId> passed{};
  MinutesByWeek logged{};
};

// For loads, breaks or hours that changed: what was planned from `today` on is laid again, whatever
// was logged. Where nothing changed, neither do the dates. A week that comes into a passed tier is
// finished; of one that is new to the plan only that is laid which was not logged for it.
[[nodiscard]] std::vector<WeekDates> reschedule(const Plan& before,
                                                const std::vector<WeekLoad>& loads,
                                                const Frame& frame, calendar::Date today,
                                                const History& history = {});

// For a re-plan: what remains of a week is what was planned less what was logged for it. A complete
// week, and every week of a passed tier, is finished and keeps its dates; one that had not begun
// takes a single day, so that the next can come sooner. What lies
// before `today` is marked as past, and `from` speaks of what remains. A week that was under way
// keeps the day from which its 7 days count, so that a plan in step stays as it is. What was
// studied today is no longer free of today's slots.
[[nodiscard]] std::vector<WeekDates> reschedule_remaining(
    const Plan& plan, const std::vector<WeekProgress>& progress,
    const std::set<curriculum::TierId>& passed, const Frame& frame, calendar::Date today,
    Minutes studied_today = Minutes{0});

}  // namespace gradus::plan
