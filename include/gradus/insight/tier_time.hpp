#pragma once

#include "gradus/insight/track.hpp"

#include <map>

namespace gradus::insight {

// The day each passed tier was passed on.
using PassedOn = std::map<curriculum::TierId, calendar::Date>;

// The day from which a tier is studied: its first by plan, or the one on which the tier before it
// was passed, if that was sooner. One that has not begun may be studied ahead, so for it as for the
// first tier it is the track's start.
[[nodiscard]] calendar::Date tier_began(const Track& track, const curriculum::TierId& tier,
                                        const PassedOn& passed_on, calendar::Date today);

}  // namespace gradus::insight
