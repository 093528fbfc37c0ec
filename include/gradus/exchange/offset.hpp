#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include <functional>

namespace gradus::exchange {

// How far local clocks stood east of UTC at a local time; of a time that was doubled, the first.
using OffsetOf = std::function<calendar::Minutes(calendar::Date, calendar::TimeOfDay)>;

}  // namespace gradus::exchange
