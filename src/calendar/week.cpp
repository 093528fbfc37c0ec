#include "gradus/calendar/week.hpp"

namespace gradus::calendar {

Date monday_of(Date day) {
  return day - Days{static_cast<int>(day.weekday().iso_encoding()) - 1};
}

}  // namespace gradus::calendar
