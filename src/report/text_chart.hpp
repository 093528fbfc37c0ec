#pragma once

#include "gradus/report/chart.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gradus::report {

// The lines of a drawing for a terminal, of at most `width` columns where that is possible; none if
// there is nothing to draw. What a sign or a length says is readable without colour.
[[nodiscard]] std::vector<std::string> drawing_lines(const Drawing& drawing, std::size_t width);

// Some values as bars one column wide and one line high, above `low`: "▁▄█". Each column is the
// last value that falls on it; columns before the first value are blank. `width` of at least 1.
[[nodiscard]] std::string sparkline(const std::vector<Trend::Point>& points, calendar::Date from,
                                    calendar::Date to, double low, double high, std::size_t width);

}  // namespace gradus::report
