#pragma once

#include "gradus/insight/track.hpp"

namespace gradus::insight {

// Calendar weeks in a row with study, up to this one or, if nothing was studied yet, the last. One
// that a break covers entirely neither counts nor ends the row.
[[nodiscard]] int streak_weeks(const Track& track, const Record& record, calendar::Date today);

}  // namespace gradus::insight
