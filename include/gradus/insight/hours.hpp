#pragma once

#include "gradus/insight/week_values.hpp"
#include "gradus/journal/summary.hpp"

#include <cstddef>
#include <optional>
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
// What a series comes to by a day; nullopt before it begins.
[[nodiscard]] std::optional<Minutes> minutes_by(const std::vector<HoursSoFar>& points,
                                                calendar::Date day);

// The hours so far against the plan's.
struct BurnUp {
  calendar::Date start;  // of the plan
  calendar::Date today;
  std::vector<HoursSoFar> planned;  // see planned_so_far
  std::vector<HoursSoFar> studied;  // see studied_so_far

  [[nodiscard]] Minutes due() const;   // what the plan's weeks that are over ask for
  [[nodiscard]] Minutes done() const;  // by today
  [[nodiscard]] Minutes all() const;   // of the whole plan
};
[[nodiscard]] BurnUp burn_up(const PlanValues& plan, const journal::StudyByDay& days,
                             calendar::Date start, calendar::Date today);

struct StudiedDay {
  calendar::Date on;
  Minutes minutes;
  [[nodiscard]] friend bool operator==(const StudiedDay&, const StudiedDay&) = default;
};
// Each of the seven days that end with today, those without study too.
[[nodiscard]] std::vector<StudiedDay> last_seven_days(const journal::StudyByDay& days,
                                                      calendar::Date today);

// What a plan week lays on a day, and what was studied on it for whatever week.
struct DayHours {
  calendar::Date on;
  Minutes planned;
  Minutes studied;
  [[nodiscard]] friend bool operator==(const DayHours&, const DayHours&) = default;
};
// From the week's first day to its last, those with either. Empty while nothing was studied on any
// of them.
[[nodiscard]] std::vector<DayHours> hours_by_day(const plan::PlanWeek& week,
                                                 const journal::StudyByDay& days);

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
