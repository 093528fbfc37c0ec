#pragma once

#include "gradus/calendar/date.hpp"

namespace gradus::calendar {

// The Monday of the day's week. There always is one: the first day of the calendar is a Monday.
[[nodiscard]] Date monday_of(Date day);

}  // namespace gradus::calendar
