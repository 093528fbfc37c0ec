#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include <functional>

namespace gradus::exchange {

// The offset of local clocks, east of UTC, at a local time; for a time that occurs twice, the
// first.
using OffsetOf = std::function<calendar::Minutes(calendar::Date, calendar::TimeOfDay)>;

}  // namespace gradus::exchange
