#pragma once

#include "gradus/report/chart.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

// Drawings as elements of a page: a picture, and beside it what explains its signs.
namespace gradus::report {

// What names a picture: an id that no other has, and with which no other begins, and texts.
struct PictureName {
  std::string id;
  std::string title;
  std::string words;     // what it shows
  std::string scroll{};  // the name of the region in which it scrolls, if it does
};

// Empty if there is nothing to draw: no point, no row, no day.
[[nodiscard]] std::string html_trend(const Trend& trend, const PictureName& name);
[[nodiscard]] std::string html_stacked_bars(const StackedBars& bars, const PictureName& name);
[[nodiscard]] std::string html_day_map(const DayMap& map, const PictureName& name);
[[nodiscard]] std::string html_pyramid(const Pyramid& pyramid, const PictureName& name);
[[nodiscard]] std::string html_timeline(const Timeline& timeline, const PictureName& name);

// Signs of a drawing with what they mean. `sign`: SVG in 28 by 14 units.
struct LegendEntry {
  std::string sign;
  std::string name;
};
[[nodiscard]] std::string html_legend(const std::vector<LegendEntry>& entries);

// A box of a legend with such attributes.
[[nodiscard]] std::string legend_box(const std::string& attributes);

}  // namespace gradus::report
