#pragma once

#include "gradus/plan/layout.hpp"

#include "plan/break_days.hpp"

#include <vector>

namespace gradus::plan {

// `day` + `days`. Throws Error when the calendar ends first.
[[nodiscard]] calendar::Date later(calendar::Date day, calendar::Days days);

// The first day from `day` on that is not on a break.
[[nodiscard]] calendar::Date off_breaks(calendar::Date day, BreakDays& breaks);

// The blocks for the minutes from `from` on, a day not on a break; the first `spent` minutes of
// that day's slots are taken. The caller has checked that there is capacity.
[[nodiscard]] std::vector<Block> fill_days(curriculum::WeekMinutes rest, calendar::Date from,
                                           const calendar::Availability& available,
                                           BreakDays& breaks, Minutes spent = Minutes{0});

// Throws Error when there is work but no time for it.
void require_capacity(const std::vector<WeekLoad>& loads, const calendar::Availability& available);

}  // namespace gradus::plan
