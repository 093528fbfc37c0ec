#include "gradus/plan/layout.hpp"

#include "plan/fill_days.hpp"
#include "plan/week_layout.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace gradus::plan {

const Break* break_on(calendar::Date day, const std::vector<Break>& breaks) {
  const auto found = std::ranges::find_if(
      breaks, [day](const Break& each) { return each.from <= day && day <= each.to; });
  return found == breaks.end() ? nullptr : &*found;
}

std::vector<WeekDates> lay_out(const std::vector<WeekLoad>& loads, const Frame& frame) {
  require_capacity(loads, frame.available);
  std::vector<PendingWeek> weeks;
  weeks.reserve(loads.size());
  std::ranges::transform(loads, std::back_inserter(weeks), pending);
  return lay(weeks, frame, frame.start);
}

}  // namespace gradus::plan
