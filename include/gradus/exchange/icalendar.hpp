#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/insight/track.hpp"
#include "gradus/plan/events.hpp"

#include <optional>
#include <string>

namespace gradus::exchange {

// The plan as an iCalendar file (RFC 5545): an event for each block, and an all-day one for each
// artefact on the day it is due. The description of a block has the web addresses of its week's
// resources and practice pages. Times are local ones written as UTC; a block without a time fills
// its day. When it is opened again after a re-plan, events move and none is duplicated: their UIDs
// stay, SEQUENCE is the plan revision that last changed them, and dropped ones are cancelled.
// An event that begins at another UTC time by `offset_of` than by the offset it has, or that waits
// and didn't or the reverse, is told with the SEQUENCE `next_revision`. `made_on` is the day in
// DTSTAMP.
struct CalendarMoment {
  calendar::Date made_on;
  calendar::OffsetOf offset_of;
  int next_revision;
};
// What the learner wants in the file. Neither is a change of an event: SEQUENCE is the same with
// any.
struct CalendarChoice {
  std::optional<calendar::Date> from{};      // leaves out what is over when this day begins
  std::optional<calendar::Minutes> alarm{};  // a reminder so long before each event with a time
};
[[nodiscard]] std::string to_icalendar(const insight::Track& track, const plan::Events& events,
                                       const CalendarMoment& now,
                                       const CalendarChoice& choice = {});

}  // namespace gradus::exchange
