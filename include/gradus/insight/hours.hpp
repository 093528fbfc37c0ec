#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/journal/summary.hpp"

#include <cstddef>
#include <vector>

// Hours of study over time, for charts.
namespace gradus::insight {

struct HoursSoFar {
  calendar::Date on;
  Minutes minutes;  // up to the end of that day
  [[nodiscard]] friend bool operator==(const HoursSoFar&, const HoursSoFar&) = default;
};
// What the plan asks for by the last day of each of its weeks; weeks that end on one day are one.
[[nodiscard]] std::vector<HoursSoFar> planned_so_far(const PlanValues& plan);
// What was studied by each day of study, and by today.
[[nodiscard]] std::vector<HoursSoFar> studied_so_far(const journal::StudyByDay& days,
                                                     calendar::Date today);

// A week from Monday to Sunday.
struct CalendarWeek {
  calendar::Date monday;
  curriculum::WeekMinutes minutes;
  [[nodiscard]] friend bool operator==(const CalendarWeek&, const CalendarWeek&) = default;
};
inline constexpr std::size_t most_calendar_weeks = 53;
// The weeks up to today's, those without study too, from the first with study or the track's start:
// the last `most_calendar_weeks` of them.
[[nodiscard]] std::vector<CalendarWeek> hours_by_week(const journal::StudyByDay& days,
                                                      calendar::Date start, calendar::Date today);

}  // namespace gradus::insight
