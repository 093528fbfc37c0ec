#pragma once

#include "gradus/calendar/date.hpp"

namespace gradus::plan {

// The last day of the first so many months from a plan's start: it may end then, and not before.
// Where the calendar ends sooner, its last day.
[[nodiscard]] calendar::Date end_of_least_months(calendar::Date start, int months);

}  // namespace gradus::plan
