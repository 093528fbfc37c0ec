#include "gradus/plan/layout.hpp"
#include "gradus/text/plural.hpp"

#include "plan/break_days.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

constexpr int window_length = 7;

// Seven consecutive days, not counting those on a break. The plan's last may be cut short. Only
// remaining days are looked at: nobody can change the others.
struct Window {
  Date from;
  int days = 0;  // including those that are over
  bool begun = false;
  bool has_break = false;  // between its days
  int days_with_study = 0;
  Minutes minutes{0};
};

// Past blocks may be earlier than the first day of what remains, and a week that keeps its dates
// may come after one that was later put before it.
Date first_day(const std::vector<WeekDates>& dates) {
  Date first = dates.front().from;
  for (const WeekDates& week : dates) {
    first = std::min(first, week.from);
    if (!week.blocks.empty()) first = std::min(first, week.blocks.front().on);
  }
  return first;
}

Date last_day(const std::vector<WeekDates>& dates) {
  return std::ranges::max(dates, {}, &WeekDates::to).to;
}

// Whatever a re-plan lays out again begins on the day of the re-plan or later.
Date first_day_left(const std::vector<WeekDates>& dates) {
  Date first = last_day(dates);
  for (const WeekDates& week : dates)
    if (!week.finished) first = std::min(first, week.from);
  return first;
}

std::vector<Minutes> minutes_left_by_day(const std::vector<WeekDates>& dates, Date start) {
  std::vector<Minutes> result(static_cast<std::size_t>((last_day(dates) - start).count()) + 1);
  for (const WeekDates& week : dates) {
    if (week.finished) continue;
    for (const Block& block : week.blocks) {
      if (block.past) continue;
      result.at(static_cast<std::size_t>((block.on - start).count())) += block.minutes;
    }
  }
  return result;
}

std::vector<Window> windows(const std::vector<WeekDates>& dates, const Frame& frame) {
  const Date start = first_day(dates);
  const Date left = first_day_left(dates);
  BreakDays breaks{frame.breaks};
  std::vector<Window> result;
  Days past{0};
  for (const Minutes minutes : minutes_left_by_day(dates, start)) {
    const Date day = start + past;
    ++past;
    if (breaks.contains(day)) continue;
    if (result.empty() || result.back().days == window_length) result.push_back(Window{day});
    Window& window = result.back();
    ++window.days;
    if (day < left) {
      window.from = left;
      window.begun = true;
    }
    window.has_break |= day - window.from >= Days{window_length};
    window.minutes += minutes;
    if (minutes > Minutes{0}) ++window.days_with_study;
  }
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

// Around a break, 7 days may include one weekday twice and another never: that is not the fault of
// hours that keep to the limits.
void warn_of_hours(std::vector<Warning>& warnings, const std::vector<Window>& windows,
                   const std::array<int, 2>& hours_per_week, Minutes available) {
  const auto [least, most] = hours_per_week;
  const Minutes least_minutes = std::chrono::hours{least};
  const Minutes most_minutes = std::chrono::hours{most};
  const auto under = [least_minutes, available](const Window& window) {
    const bool by_the_break = window.has_break && available >= least_minutes;
    return window.days == window_length && !window.begun && !by_the_break &&
           window.minutes < least_minutes;
  };
  const auto over = [most_minutes](const Window& window) { return window.minutes > most_minutes; };
  warn(warnings, windows, under, "under-5-hours", fmt::format("less than {} hours of study", least),
       "free more time with gradus plan available");
  if (available > most_minutes)
    warn(warnings, windows, over, "over-10-hours", fmt::format("more than {} hours of study", most),
         "reduce the hours with gradus plan available");
}

// That day may fall on a break, so that the 7 days around it all have study.
bool keeps_a_day_free(const calendar::Availability& available) {
  for (unsigned day = 1; day <= 7; ++day)
    if (available.on(std::chrono::weekday{day}).empty()) return true;
  return false;
}

void warn_of_months(std::vector<Warning>& warnings, Date start, Date finish, int months) {
  Date least = Date::last();
  try {
    least = start.plus_months(months) - Days{1};
  } catch (const calendar::Error&) {
    // The calendar ends sooner, so the plan can't take that long.
  }
  if (finish >= least) return;
  warnings.push_back(
      {"under-3-months", fmt::format("the plan ends on {}, before its first {} months end on {}: "
                                     "study fewer hours a week with gradus plan available",
                                     finish.iso(), months, least.iso())});
}

}  // namespace

std::vector<Warning> warnings(const std::vector<WeekDates>& dates, const Frame& frame,
                              const curriculum::Limits& limits) {
  std::vector<Warning> result;
  if (dates.empty()) return result;
  const std::vector<Window> all = windows(dates, frame);
  if (limits.hours_per_week)
    warn_of_hours(result, all, *limits.hours_per_week, frame.available.per_week());
  if (limits.rest_day && !keeps_a_day_free(frame.available)) {
    const auto no_rest = [](const Window& window) {
      return window.days_with_study == window_length;
    };
    warn(result, all, no_rest, "no-rest-day", "study on all 7 days",
         "keep a day free with gradus plan available");
  }
  if (limits.months) {
    warn_of_months(result, first_day(dates), last_day(dates), *limits.months);
  }
  return result;
}

}  // namespace gradus::plan
