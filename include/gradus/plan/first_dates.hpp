#pragma once

#include "gradus/calendar/date.hpp"

#include <map>
#include <string>
#include <utility>

namespace gradus::plan {

// The first and the last day of weeks in the plan as it was first made, by their keys.
using FirstDates = std::map<std::string, std::pair<calendar::Date, calendar::Date>>;

}  // namespace gradus::plan
