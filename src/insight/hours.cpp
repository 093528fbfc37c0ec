#include "gradus/insight/hours.hpp"

#include "gradus/calendar/week.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <map>

namespace gradus::insight {
namespace {

constexpr calendar::Days one_week{7};
constexpr calendar::Days one_day{1};

Minutes studied_on(calendar::Date day, const journal::StudyByDay& days) {
  const auto found = days.find(day);
  return found == days.end() ? Minutes{0} : found->second.total();
}

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

std::optional<Minutes> minutes_by(const std::vector<HoursSoFar>& points, calendar::Date day) {
  std::optional<Minutes> minutes;
  for (const auto& point : points)
    if (point.on <= day) minutes = point.minutes;
  return minutes;
}

Minutes BurnUp::due() const {
  return minutes_by(planned, today).value_or(Minutes{0});
}

Minutes BurnUp::done() const {
  return studied.empty() ? Minutes{0} : studied.back().minutes;
}

Minutes BurnUp::all() const {
  return planned.empty() ? Minutes{0} : planned.back().minutes;
}

BurnUp burn_up(const PlanValues& plan, const journal::StudyByDay& days, calendar::Date start,
               calendar::Date today) {
  return {start, today, planned_so_far(plan), studied_so_far(days, today)};
}

std::vector<StudiedDay> last_seven_days(const journal::StudyByDay& days, calendar::Date today) {
  std::vector<StudiedDay> last;
  last.reserve(static_cast<std::size_t>(one_week.count()));
  // The calendar's first days have fewer before them.
  for (auto before = std::min(one_week - one_day, today - calendar::Date::first());
       before >= calendar::Days{0}; before -= one_day)
    last.push_back({today - before, studied_on(today - before, days)});
  return last;
}

std::vector<DayHours> hours_by_day(const plan::PlanWeek& week, const journal::StudyByDay& days) {
  const auto& dates = week.dates;
  std::map<calendar::Date, DayHours> by_day;
  const auto of = [&by_day](calendar::Date day) -> DayHours& {
    return by_day.try_emplace(day, DayHours{day, Minutes{0}, Minutes{0}}).first->second;
  };
  for (const auto& block : dates.blocks) of(block.on).planned += block.minutes;
  bool studied = false;
  for (auto day = days.lower_bound(dates.first_day()); day != days.end() && day->first <= dates.to;
       ++day) {
    if (day->second.total() <= Minutes{0}) continue;
    of(day->first).studied = day->second.total();
    studied = true;
  }
  if (!studied) return {};
  std::vector<DayHours> hours;
  hours.reserve(by_day.size());
  for (const auto& [day, each] : by_day) hours.push_back(each);
  return hours;
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
