#pragma once

#include "gradus/insight/track.hpp"

#include <map>

namespace gradus::insight {

// The day each passed tier was passed on.
using PassedOn = std::map<curriculum::TierId, calendar::Date>;

// The day on which studying a tier began: its first day in the plan, or the day the previous tier
// was passed if that was earlier. A tier that has not begun may be studied ahead, so for it, as for
// the first tier, it is the track's start.
[[nodiscard]] calendar::Date tier_began(const Track& track, const curriculum::TierId& tier,
                                        const PassedOn& passed_on, calendar::Date today);

}  // namespace gradus::insight
