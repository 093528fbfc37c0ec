#pragma once

#include "report/html/axis.hpp"
#include "report/html/svg.hpp"

#include <string>
#include <string_view>

namespace gradus::report {

// Where values stand in a picture with a scale at its left.
struct Plot {
  ValueAxis values;
  double left;
  double right = picture_width - 14;
  double top = 34;
  double bottom = 270;

  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double y(double value) const;  // within the plot, whatever the value
};
inline constexpr double plot_height = 306;  // of the picture, with what stands below

// With room for the widest number of the scale. `low`, `high`: as for value_axis().
[[nodiscard]] Plot make_plot(double low, double high, std::string_view unit);

// Level lines and numbers.
[[nodiscard]] std::string svg_scale(const Plot& plot, std::string_view unit);

// A label below the plot. On a narrow screen every second one goes, if there are many.
[[nodiscard]] std::string svg_label_below(const Plot& plot, double x, std::string_view text,
                                          bool spare);

}  // namespace gradus::report
