#include "gradus/insight/hours.hpp"

#include "gradus/calendar/week.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>

namespace gradus::insight {
namespace {

constexpr calendar::Days one_week{7};

}  // namespace

std::vector<HoursSoFar> planned_so_far(const PlanValues& plan) {
  std::map<calendar::Date, Minutes> by_day;
  for (const auto& each : plan.weeks)
    by_day.emplace(each.week.dates.to, Minutes{0}).first->second += each.progress.planned;
  std::vector<HoursSoFar> points;
  points.reserve(by_day.size());
  Minutes sum{0};
  for (const auto& [day, minutes] : by_day) points.push_back({day, sum += minutes});
  return points;
}

std::vector<HoursSoFar> studied_so_far(const journal::StudyByDay& days, calendar::Date today) {
  std::vector<HoursSoFar> points;
  points.reserve(days.size() + 1);
  Minutes sum{0};
  for (const auto& [day, minutes] : days) {
    sum += minutes.total();
    if (day <= today) points.push_back({day, sum});
  }
  if (points.empty() || points.back().on < today)
    points.push_back({today, points.empty() ? Minutes{0} : points.back().minutes});
  return points;
}

std::vector<CalendarWeek> hours_by_week(const journal::StudyByDay& days, calendar::Date start,
                                        calendar::Date today) {
  const auto first = days.empty() ? start : std::min(start, days.begin()->first);
  const auto last = calendar::monday_of(today);
  if (today < first) return {};
  const auto all = (last - calendar::monday_of(first)).count() / one_week.count() + 1;
  const auto shown = static_cast<int>(std::min<std::ptrdiff_t>(all, most_calendar_weeks));
  std::vector<CalendarWeek> weeks;
  weeks.reserve(static_cast<std::size_t>(shown));
  for (int before = shown - 1; before >= 0; --before)
    weeks.push_back({last - one_week * before, {}});
  for (const auto& [day, minutes] : days) {
    if (day < weeks.front().monday || day > today) continue;
    const auto index = (day - weeks.front().monday).count() / one_week.count();
    auto& sum = weeks.at(static_cast<std::size_t>(index)).minutes;
    for (const auto kind : calendar::block_kinds) sum.of(kind) += minutes.of(kind);
  }
  return weeks;
}

}  // namespace gradus::insight
