#include "gradus/insight/streak.hpp"

#include "gradus/calendar/week.hpp"
#include "gradus/plan/layout.hpp"

#include <set>

namespace gradus::insight {
namespace {

// The Mondays of the calendar weeks with study.
std::set<calendar::Date> weeks_studied(const Record& record, calendar::Date today) {
  std::set<calendar::Date> mondays;
  for (const auto& [day, minutes] : record.by_day)
    if (day <= today && minutes.total() > Minutes{0}) mondays.insert(calendar::monday_of(day));
  return mondays;
}

bool is_break_week(calendar::Date monday, const std::vector<plan::Break>& breaks) {
  for (calendar::Days i{0}; i < calendar::Days{7}; ++i)
    if (plan::break_on(monday + i, breaks) == nullptr) return false;
  return true;
}

}  // namespace

int streak_weeks(const Track& track, const Record& record, calendar::Date today) {
  const auto studied = weeks_studied(record, today);
  int streak = 0;
  if (studied.empty()) return streak;
  const auto first = *studied.begin();
  auto monday = monday_of(today);
  if (monday > first && !studied.contains(monday)) monday = monday - calendar::Days{7};
  for (;; monday = monday - calendar::Days{7}) {
    if (studied.contains(monday))
      ++streak;
    else if (!is_break_week(monday, track.frame.breaks))
      break;
    if (monday <= first) break;
  }
  return streak;
}

}  // namespace gradus::insight
