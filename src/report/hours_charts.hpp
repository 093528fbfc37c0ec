#pragma once

#include "gradus/insight/forecast.hpp"
#include "gradus/insight/hours.hpp"
#include "gradus/report/document.hpp"

#include <vector>

// Hours over time, drawn, for whatever tells of them. A part without anything to draw is empty.
namespace gradus::report {

// The hours so far beside the plan's and, where there is a forecast, the range in which the rest
// lies.
[[nodiscard]] Part burn_up_chart(const insight::BurnUp& hours, insight::ForecastStatus status,
                                 const insight::Chances& finish);

// What was studied from Monday to Sunday, by kind.
[[nodiscard]] Part weekly_hours_chart(const std::vector<insight::CalendarWeek>& weeks);

// A plan week day by day: what was studied of what was planned.
[[nodiscard]] BarList day_bars(const std::vector<insight::DayHours>& days);

// The last seven days as one bar, a sign each. Empty without study on a day before today: then the
// hours beside it tell as much.
[[nodiscard]] BarList last_days_bar(const std::vector<insight::StudiedDay>& days);

// As a chart draws them.
[[nodiscard]] double hours_of(calendar::Minutes minutes);

}  // namespace gradus::report
