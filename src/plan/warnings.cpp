#include "gradus/plan/warnings.hpp"

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/text/plural.hpp"

#include "plan/accelerated.hpp"
#include "plan/break_days.hpp"
#include "plan/least_months.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

constexpr int window_length = 7;

// Seven days in a row, not counting those on a break. The plan's last may be cut short.
struct Window {
  Date from;     // the first of its days that can still be changed
  Date last;     // of its days so far
  int days = 0;  // including those that are over
  bool begun = false;
  bool has_break = false;  // between its days
  int days_with_study = 0;
  Minutes minutes{0};

  void add(Date day, Minutes study, Date today) {
    if (days == 0 || last < today) from = day;
    begun |= day < today;
    has_break |= days > 0 && day - last > Days{1};
    last = day;
    ++days;
    minutes += study;
    if (study > Minutes{0}) ++days_with_study;
  }
};

Date last_day(const std::vector<WeekDates>& dates) {
  return std::ranges::max(dates, {}, &WeekDates::to).to;
}

std::map<Date, Minutes> minutes_left_by_day(const std::vector<WeekDates>& dates, Date today) {
  std::map<Date, Minutes> result;
  for (const WeekDates& week : dates)
    for (const Block& block : week.blocks)
      if (block.on >= today) result[block.on] += block.minutes;
  return result;
}

// All that are not over.
std::vector<Window> windows(const std::vector<WeekDates>& dates, const Frame& frame, Date today) {
  const auto minutes = minutes_left_by_day(dates, today);
  const Days length = last_day(dates) - frame.start;
  BreakDays breaks{frame.breaks};
  std::vector<Window> result;
  for (Days past{0}; past <= length; ++past) {
    const Date day = frame.start + past;
    if (breaks.contains(day)) continue;
    if (result.empty() || result.back().days == window_length) result.push_back(Window{day, day});
    const auto study = minutes.find(day);
    result.back().add(day, study == minutes.end() ? Minutes{0} : study->second, today);
  }
  std::erase_if(result, [today](const Window& window) { return window.last < today; });
  return result;
}

using Unwise = std::function<bool(const Window&)>;

// Adds the warning if there are such windows; `what` says what they have too much or too little of.
void warn(std::vector<Warning>& warnings, const std::vector<Window>& windows, const Unwise& unwise,
          const std::string& code, const std::string& what, const std::string& remedy) {
  const auto first = std::ranges::find_if(windows, unwise);
  if (first == windows.end()) return;
  const auto count = std::ranges::count_if(windows, unwise);
  warnings.push_back(
      {code, fmt::format("{} {}, the first on {} with {}: {}",
                         text::counted(count, "week has", "weeks have"), what, first->from.iso(),
                         calendar::format_duration(first->minutes), remedy)});
}

// The command that makes the usual week longer or shorter, in its proportions.
std::string other_hours(const calendar::Availability& usual, std::int64_t steps) {
  return "gradus plan available " + usual.lengthened(steps).spec();
}

std::string more_study(const Frame& frame, int least) {
  const auto& usual = frame.available;
  if (usual.per_week() == Minutes{0})
    return fmt::format("free some time, for example: gradus plan available sat={}h", least);
  if (usual.per_week() < std::chrono::hours{least})
    return "free more time, for example: " +
           other_hours(usual, steps_to(usual, std::chrono::hours{least}).least);
  if (frame.fit == Fit::weekly)
    return "let the next week begin as soon as one is done, with gradus plan available --fit flow";
  return "free more time, for example: " + other_hours(usual, 4);
}

// Around a break, 7 days may include one weekday twice and another never: that is not the fault of
// hours that keep to the limits.
void warn_of_hours(std::vector<Warning>& warnings, const std::vector<Window>& windows,
                   const std::array<int, 2>& hours_per_week, const Frame& frame) {
  const auto [least, most] = hours_per_week;
  const Minutes least_minutes = std::chrono::hours{least};
  const Minutes most_minutes = std::chrono::hours{most};
  const auto available = frame.available.per_week();
  const auto under = [least_minutes, available](const Window& window) {
    const bool by_the_break = window.has_break && available >= least_minutes;
    return window.days == window_length && !window.begun && !by_the_break &&
           window.minutes < least_minutes;
  };
  const auto over = [most_minutes](const Window& window) { return window.minutes > most_minutes; };
  warn(warnings, windows, under, "under-5-hours", fmt::format("less than {} hours of study", least),
       more_study(frame, least));
  if (available > most_minutes)
    warn(warnings, windows, over, "over-10-hours", fmt::format("more than {} hours of study", most),
         "study less, for example: " +
             other_hours(frame.available, steps_to(frame.available, most_minutes).most));
}

// The weekday with the least time; nullopt if one is free. A free one may fall on a break, so that
// the 7 days around it all have study.
std::optional<std::chrono::weekday> day_to_free(const calendar::Availability& available) {
  std::optional<std::chrono::weekday> lightest;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    if (available.on(day).empty()) return std::nullopt;
    if (!lightest || available.per_day(day) < available.per_day(*lightest)) lightest = day;
  }
  return lightest;
}

void warn_of_rest(std::vector<Warning>& warnings, const std::vector<Window>& windows,
                  const calendar::Availability& available) {
  const auto lightest = day_to_free(available);
  if (!lightest) return;
  const auto no_rest = [](const Window& window) { return window.days_with_study == window_length; };
  warn(warnings, windows, no_rest, "no-rest-day", "study on all 7 days",
       fmt::format("keep a day free, for example: gradus plan available {}=0",
                   calendar::short_name(*lightest)));
}

void warn_of_months(std::vector<Warning>& warnings, const Frame& frame, Date finish, int months,
                    Date today) {
  const Date least = end_of_least_months(frame.start, months);
  if (finish >= least || finish < today) return;
  warnings.push_back(
      {"under-3-months",
       fmt::format("the plan ends on {}, before its first {} months end on {}: study fewer hours a "
                   "week, for example: {}",
                   finish.iso(), months, least.iso(), other_hours(frame.available, -4))});
}

// For deep dives that did not fit into their home weeks.
void warn_of_modules(std::vector<Warning>& warnings, const Plan& plan, Date today) {
  const auto extra = [today](const PlanWeek& week) {
    return week.load.only_modules && !week.dates.finished && week.dates.to >= today;
  };
  const auto first = std::ranges::find_if(plan.weeks, extra);
  if (first == plan.weeks.end()) return;
  const auto count = std::ranges::count_if(plan.weeks, extra);
  warnings.push_back(
      {"module-overload",
       fmt::format("the deep dives don't fit into their home weeks: {} the rest, the first on {}: "
                   "gradus plan module list shows them, gradus plan module rm ID removes one",
                   count == 1 ? std::string{"an extra week holds"}
                              : fmt::format("{} extra weeks hold", count),
                   first->dates.from.iso())});
}

}  // namespace

std::vector<Warning> warnings(const std::vector<WeekDates>& dates, const Frame& frame,
                              const curriculum::Limits& limits, Date today) {
  std::vector<Warning> result;
  if (dates.empty()) return result;
  const std::vector<Window> left = windows(dates, frame, today);
  if (limits.hours_per_week) warn_of_hours(result, left, *limits.hours_per_week, frame);
  if (limits.rest_day) warn_of_rest(result, left, frame.available);
  if (limits.months) warn_of_months(result, frame, last_day(dates), *limits.months, today);
  return result;
}

std::vector<Warning> warnings(const Plan& plan, const Frame& frame,
                              const curriculum::Limits& limits, Date today) {
  std::vector<WeekDates> dates;
  dates.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) dates.push_back(week.dates);
  auto result = warnings(dates, frame, limits, today);
  warn_of_modules(result, plan, today);
  return result;
}

}  // namespace gradus::plan
