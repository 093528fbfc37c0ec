#pragma once

#include "gradus/exchange/offset.hpp"
#include "gradus/insight/track.hpp"
#include "gradus/plan/events.hpp"

#include <string>

namespace gradus::exchange {

// The plan as an iCalendar file (RFC 5545): an event for each block, and an all-day one for each
// artefact on the day it is due. Times are local ones written as UTC; a block without a time fills
// its day. When it is opened again after a re-plan, events move and none is duplicated: their UIDs
// stay, SEQUENCE is the plan revision that last changed them, and dropped ones are cancelled.
// `made_on` is the day in DTSTAMP.
[[nodiscard]] std::string to_icalendar(const insight::Track& track, const plan::Events& events,
                                       calendar::Date made_on, const OffsetOf& offset_of);

}  // namespace gradus::exchange
