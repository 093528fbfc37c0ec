#include "plan/least_months.hpp"

#include "gradus/calendar/error.hpp"

namespace gradus::plan {

calendar::Date end_of_least_months(calendar::Date start, int months) {
  try {
    return start.plus_months(months) - calendar::Days{1};
  } catch (const calendar::Error&) {
    return calendar::Date::last();
  }
}

}  // namespace gradus::plan
