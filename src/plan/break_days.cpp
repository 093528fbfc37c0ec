#include "plan/break_days.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace gradus::plan {

BreakDays::BreakDays(std::vector<Break> breaks) : breaks_(std::move(breaks)) {
  for (const Break& each : breaks_) {
    if (each.to < each.from) {
      throw Error{fmt::format("the break from {} to {} ends before it begins", each.from.iso(),
                              each.to.iso()),
                  "give the first day, then the last"};
    }
  }
  std::ranges::sort(breaks_, {}, &Break::from);
  next_ = breaks_.begin();
}

bool BreakDays::contains(calendar::Date day) {
  while (next_ != breaks_.end() && next_->to < day) ++next_;
  return next_ != breaks_.end() && next_->from <= day;
}

}  // namespace gradus::plan
