#include "report/trend_extent.hpp"

namespace gradus::report {
namespace {

void add_value(std::optional<TrendExtent>& extent, calendar::Date day, double value) {
  if (!extent) extent = TrendExtent{day, day};
  extent->from = std::min(extent->from, day);
  extent->to = std::max(extent->to, day);
  extent->low = std::min(extent->low, value);
  extent->high = std::max(extent->high, value);
}

}  // namespace

bool is_drawn(double value) {
  constexpr double greatest = 1e300;
  return std::abs(value) <= greatest;  // false for NaN
}

std::vector<Trend::Point> drawn_points(const std::vector<Trend::Point>& points) {
  std::vector<Trend::Point> drawn;
  drawn.reserve(points.size());
  std::ranges::copy_if(points, std::back_inserter(drawn),
                       [](const Trend::Point& point) { return is_drawn(point.value); });
  return drawn;
}

std::vector<Trend::BandPoint> drawn_points(const std::vector<Trend::BandPoint>& points) {
  std::vector<Trend::BandPoint> drawn;
  drawn.reserve(points.size());
  std::ranges::copy_if(points, std::back_inserter(drawn), [](const Trend::BandPoint& point) {
    return is_drawn(point.low) && is_drawn(point.high);
  });
  return drawn;
}

std::optional<TrendExtent> extent_of(const Trend& trend) {
  std::optional<TrendExtent> extent;
  for (const auto& line : trend.lines)
    for (const auto& point : drawn_points(line.points)) add_value(extent, point.on, point.value);
  if (trend.band) {
    for (const auto& point : drawn_points(trend.band->points)) {
      add_value(extent, point.on, point.low);
      add_value(extent, point.on, point.high);
    }
  }
  if (extent && trend.level && is_drawn(trend.level->value))
    add_value(extent, extent->from, trend.level->value);
  return extent;
}

}  // namespace gradus::report
