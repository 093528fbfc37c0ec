#include "gradus/plan/layout.hpp"

#include "plan/break_days.hpp"
#include "plan/fill_days.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;
using calendar::Minutes;

constexpr Days week_length{7};

}  // namespace

std::vector<WeekDates> lay_out(const std::vector<WeekLoad>& loads, const Frame& frame) {
  require_capacity(loads, frame.available);
  BreakDays breaks{frame.breaks};
  std::vector<WeekDates> weeks;
  weeks.reserve(loads.size());
  Date from = off_breaks(frame.start, breaks);
  for (const WeekLoad& load : loads) {
    std::vector<Block> blocks = fill_days(load.minutes, from, frame.available, breaks);
    const Date last = blocks.empty() ? from : blocks.back().on;
    if (weeks.size() + 1 == loads.size()) {
      const Date to = std::max(last, later(from, week_length - Days{1}));
      weeks.push_back(WeekDates{from, to, std::move(blocks)});
      break;
    }
    Date next = later(last, Days{1});
    if (frame.fit == Fit::weekly) next = std::max(next, later(from, week_length));
    next = off_breaks(next, breaks);
    weeks.push_back(WeekDates{from, next - Days{1}, std::move(blocks)});
    from = next;
  }
  return weeks;
}

}  // namespace gradus::plan
