#pragma once

#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"

#include <set>
#include <vector>

namespace gradus::plan {

// Lay out a plan again from a day on. Both keep every block before `today` where it is, and lay out
// the rest in order from `today` on, by the rules of lay_out. They throw Error as lay_out does.

// What was done, for those parts of a plan that have no past of their own in it.
struct History {
  std::set<curriculum::TierId> passed{};
  StudyDays logged{};
};

// For changed loads, breaks or hours: lays out again what was planned from `today` on, whatever was
// logged. If nothing changed, the dates stay the same.
//
// The weeks of a tier that is compressed or stretched are not those it had: from there on the plan
// is laid out as by a re-plan, and the tier's past blocks go to the weeks on whose minutes they
// were planned. Of a week that another version of the curriculum brings into the plan, too, only
// what was not yet logged is laid out; one that comes into a passed tier is finished.
[[nodiscard]] std::vector<WeekDates> reschedule(const Plan& before,
                                                const std::vector<WeekLoad>& loads,
                                                const Frame& frame, calendar::Date today,
                                                const History& history = {});

// For a re-plan: what remains of a week is what was planned minus what was logged for it; what was
// logged beyond it fills the next week of its tier that is not complete. A complete week, and every
// week of a passed tier, is finished: it keeps what lies behind, its blocks ahead go, and the next
// week doesn't wait for its 7 days to be over. One that had not begun takes a single day (in `flow`
// no time at all). Everything before `today` is marked as past, and `from` becomes the first day of
// what remains. A week already under way keeps the day from which its 7 days are counted, so that a
// plan on schedule doesn't change. What was studied today is deducted from today's slots.
[[nodiscard]] std::vector<WeekDates> reschedule_remaining(
    const Plan& plan, const std::vector<WeekProgress>& progress,
    const std::set<curriculum::TierId>& passed, const Frame& frame, calendar::Date today,
    Minutes studied_today = Minutes{0});

}  // namespace gradus::plan
