#pragma once

#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"

#include <set>
#include <vector>

namespace gradus::plan {

// Lay out a plan again from a day on. Both keep every block before `today` where it is, and lay out
// the rest in order from `today` on, by the rules of lay_out. They throw Error as lay_out does.

// What was done for weeks before another version of the curriculum brought them into the plan.
struct History {
  std::set<curriculum::TierId> passed{};
  MinutesByWeek logged{};
};

// For changed loads, breaks or hours: lays out again what was planned from `today` on, whatever was
// logged. If nothing changed, the dates stay the same. A week that moves into a passed tier is
// finished; for a week new to the plan, only what was not yet logged for it is laid out.
[[nodiscard]] std::vector<WeekDates> reschedule(const Plan& before,
                                                const std::vector<WeekLoad>& loads,
                                                const Frame& frame, calendar::Date today,
                                                const History& history = {});

// For a re-plan: what remains of a week is what was planned minus what was logged for it. A
// complete week, and every week of a passed tier, is finished and keeps its dates; one that had not
// begun takes a single day, so that the next can start sooner. Everything before `today` is marked
// as past, and `from` becomes the first day of what remains. A week already under way keeps the day
// from which its 7 days are counted, so that a plan on schedule doesn't change. What was studied
// today is deducted from today's slots.
[[nodiscard]] std::vector<WeekDates> reschedule_remaining(
    const Plan& plan, const std::vector<WeekProgress>& progress,
    const std::set<curriculum::TierId>& passed, const Frame& frame, calendar::Date today,
    Minutes studied_today = Minutes{0});

}  // namespace gradus::plan
