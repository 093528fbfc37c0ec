#include "gradus/plan/options.hpp"

#include "plan/accelerated.hpp"
#include "plan/least_months.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::plan {
namespace {

using calendar::Date;

constexpr auto every_day = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h";

// "tue, wed and sat".
std::string weekdays_of(const calendar::Availability& available) {
  std::string text;
  std::string_view last;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    if (available.on(day).empty()) continue;
    if (!last.empty()) text += (text.empty() ? "" : ", ") + std::string{last};
    last = calendar::short_name(day);
  }
  return text.empty() ? std::string{last} : fmt::format("{} and {}", text, last);
}

Minutes remaining_minutes(const Plan& plan) {
  Minutes total{0};
  for (const PlanWeek& week : plan.weeks) {
    if (!week.dates.finished) total += week.dates.minutes();
  }
  return total;
}

std::vector<Bound> without(std::vector<Bound> bounds, Bound bound) {
  std::erase(bounds, bound);
  return bounds;
}

// A plan that is to end by a day, and what it has to keep to.
class Deadline {
 public:
  Deadline(Date by, Date from, const Frame& frame, const curriculum::Limits& limits, const Lay& lay)
      : by_(by), from_(from), frame_(frame), limits_(limits), lay_(lay) {}

  [[nodiscard]] Accelerated least_hours() const {
    const auto most = most_steps(frame_.available);
    const auto fastest = accelerated(frame_, most, lay_).plan;
    const auto earliest = std::max({fastest.finish(), least_by_months(), from_});
    if (by_ < earliest) throw refusal(earliest);
    const auto least = steps_to(frame_.available, at_least(remaining_minutes(fastest))).least;
    return accelerate(by_, frame_, {std::min(least, most), most}, lay_).accelerated;
  }

 private:
  // Remaining minutes over weeks left: no week of fewer can do, even if the weekday that begins the
  // days left ends them, too.
  [[nodiscard]] Minutes at_least(Minutes remaining) const {
    const auto weeks = (by_ - from_).count() / 7 + 1;
    return Minutes{(remaining.count() + weeks - 1) / weeks};
  }

  // The earliest day on which a plan may end by the least number of months.
  [[nodiscard]] Date least_by_months() const {
    return limits_.months ? end_of_least_months(frame_.start, *limits_.months) : Date::first();
  }

  [[nodiscard]] std::int64_t most_steps(const calendar::Availability& usual) const {
    if (!limits_.hours_per_week) return Steps{}.most;
    return steps_to(usual, std::chrono::hours{limits_.hours_per_week->at(1)}).most;
  }

  // Whether a plan that keeps to these bounds alone can end in time.
  [[nodiscard]] bool possible(const std::vector<Bound>& bounds) const {
    const auto keeps = [&](Bound bound) {
      return std::ranges::find(bounds, bound) != bounds.end();
    };
    if (by_ < from_) return false;
    if (keeps(Bound::months) && by_ < least_by_months()) return false;
    Frame frame = frame_;
    if (!keeps(Bound::breaks)) frame.breaks.clear();
    if (!keeps(Bound::weekdays)) frame.available = calendar::Availability::parse(every_day);
    const auto most = keeps(Bound::hours) ? most_steps(frame.available) : Steps{}.most;
    return accelerated(frame, most, lay_).plan.finish() <= by_;
  }

  // A smallest set of bounds that can't be kept together: without any one of them, the others can.
  // One pass is not enough: hours spread over every day may reach less far than on the usual ones,
  // so a bound that had to stay may go once the weekdays have gone.
  [[nodiscard]] std::vector<Bound> binding() const {
    std::vector<Bound> bounds(all_bounds.begin(), all_bounds.end());
    const auto is_needless = [&](Bound bound) { return !possible(without(bounds, bound)); };
    for (auto needless = std::ranges::find_if(bounds, is_needless); needless != bounds.end();
         needless = std::ranges::find_if(bounds, is_needless))
      bounds = without(bounds, *needless);
    return bounds;
  }

  [[nodiscard]] std::string reason(Bound bound) const {
    switch (bound) {
      case Bound::breaks:
        return "the breaks stay free";
      case Bound::weekdays:
        return fmt::format("study is on {}, in the usual proportions",
                           weekdays_of(frame_.available));
      case Bound::months:
        return fmt::format("the curriculum asks for at least {0} months (under-{0}-months)",
                           *limits_.months);
      case Bound::hours:
        return fmt::format("the curriculum allows at most {} hours a week",
                           limits_.hours_per_week->at(1));
    }
    return {};
  }

  [[nodiscard]] CantFinish refusal(Date earliest) const {
    auto bounds = binding();
    std::string why;
    for (const Bound bound : bounds) why += (why.empty() ? "" : ", and ") + reason(bound);
    if (by_ < from_)
      why = fmt::format("the first day to study is {}", from_.iso());
    else if (why.empty())
      why = "there is more to study than there are hours until then";
    return {fmt::format("the plan can't finish by {}: {}", by_.iso(), why),
            fmt::format("the earliest date within the limits: --finish-by {}", earliest.iso()),
            std::move(bounds)};
  }

  Date by_;
  Date from_;
  const Frame& frame_;
  const curriculum::Limits& limits_;
  const Lay& lay_;
};

}  // namespace

Accelerated finish_by(Date by, Date from, const Frame& frame, const curriculum::Limits& limits,
                      const Lay& lay) {
  return Deadline(by, from, frame, limits, lay).least_hours();
}

}  // namespace gradus::plan
