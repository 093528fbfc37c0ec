#pragma once

#include "gradus/report/chart.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

namespace gradus::report {

// What a trend covers: its days, and its values with 0. All numbers are finite, and so are their
// differences.
struct TrendExtent {
  calendar::Date from;
  calendar::Date to;
  double low = 0;
  double high = 0;
};

// nullopt without a point that can be drawn.
[[nodiscard]] std::optional<TrendExtent> extent_of(const Trend& trend);

// Those that are drawn: not beyond 1e300, and no NaN.
[[nodiscard]] std::vector<Trend::Point> drawn_points(const std::vector<Trend::Point>& points);
[[nodiscard]] std::vector<Trend::BandPoint> drawn_points(
    const std::vector<Trend::BandPoint>& points);
[[nodiscard]] bool is_drawn(double value);

}  // namespace gradus::report
