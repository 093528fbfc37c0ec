#pragma once

#include "gradus/calendar/date.hpp"

#include <string>
#include <string_view>
#include <vector>

// Where the axes of a drawing have their ticks.
namespace gradus::report {

// Values from `low` to `high` on a scale that ends at round numbers: low <= high, both finite.
struct ValueAxis {
  double from;
  double to;  // greater than from
  std::vector<double> ticks;
};
[[nodiscard]] ValueAxis value_axis(double low, double high);

// "1200 h", "1e+30": short enough to stand beside an axis.
[[nodiscard]] std::string tick_text(double value, std::string_view unit);

// Days with a label, at most about a dozen: Mondays ("30 Nov") in some weeks, else beginnings of
// months ("Feb", and the year in place of January).
struct DayTick {
  calendar::Date on;
  std::string label;
};
[[nodiscard]] std::vector<DayTick> day_ticks(calendar::Date from, calendar::Date to);

}  // namespace gradus::report
