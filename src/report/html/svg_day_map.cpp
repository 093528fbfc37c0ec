#include "report/day_grid.hpp"
#include "report/html/axis.hpp"
#include "report/html/drawings.hpp"
#include "report/html/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {
namespace {

constexpr double day_cell = 14;        // a day, with the space around it
constexpr double weekday_width = 40;   // what the names of weekdays take
constexpr double months_height = 22;   // what the names of months take
constexpr std::size_t half_year = 27;  // weeks side by side; more stand below one another
constexpr int days_in_week = 7;

// Side of a day's square: its area grows with the step too, for who can't tell the day_shades.
constexpr std::array<double, day_steps + 1> day_sides{2, 4.4, 6.6, 8.6, 10.4, 12};
constexpr std::array<std::string_view, day_steps> day_shades{"#6795cf", "#437cc3", "#2063b0",
                                                             "#004b97", "#003674"};

std::string square(double x, double y, int step) {
  const double side = day_sides.at(static_cast<std::size_t>(step));
  const auto length = svg_number(side);
  return fmt::format("M{} {}h{}v{}h-{}z", svg_number(x - side / 2), svg_number(y - side / 2),
                     length, length, length);
}

std::string step_attributes(int step) {
  if (step == 0) return "class=\"edge-fill\" fill=\"#767f89\"";
  return fmt::format("class=\"d{}\" fill=\"{}\"", step,
                     day_shades.at(static_cast<std::size_t>(step) - 1));
}

double middle_of(std::size_t place) {
  return day_cell * (static_cast<double>(place) + 1.0 / 2);
}

// Weeks `begin` to `end` of the grid.
class Half {
 public:
  Half(const DayGrid& grid, std::size_t begin, std::size_t end)
      : grid_(grid), begin_(begin), end_(end) {}

  [[nodiscard]] std::string markup() const {
    std::string out = labels();
    for (int step = 0; step <= day_steps; ++step)
      if (const auto path = days_of(step); !path.empty())
        out += fmt::format("<path {} d=\"{}\"/>\n", step_attributes(step), path);
    return out;
  }

 private:
  [[nodiscard]] std::string days_of(int step) const {
    std::string path;
    for (auto week = begin_; week < end_; ++week)
      for (int day = 0; day < days_in_week; ++day)
        if (grid_.step(week, day) == step)
          path += square(weekday_width + middle_of(week - begin_),
                         months_height + middle_of(static_cast<std::size_t>(day)), step);
    return path;
  }

  [[nodiscard]] std::string labels() const {
    constexpr double half_letter = 4;
    constexpr double gap = 6;
    constexpr std::size_t weeks_of_name = 3;
    constexpr std::size_t columns_of_name = 2;
    std::string out = "<g class=\"scale\" fill=\"currentColor\">";
    for (const auto& month : grid_.months(weeks_of_name))
      if (begin_ <= month.week && month.week + columns_of_name <= end_)
        out += svg_text(weekday_width + day_cell * static_cast<double>(month.week - begin_),
                        months_height - gap, Anchor::start, month.name);
    for (const std::size_t day : {0U, 2U, 4U})
      out +=
          svg_text(weekday_width - gap, months_height + middle_of(day) + half_letter, Anchor::end,
                   calendar::short_title(std::chrono::Monday + std::chrono::days{day}));
    return out + "</g>\n";
  }

  const DayGrid& grid_;
  std::size_t begin_;
  std::size_t end_;
};

std::vector<LegendEntry> legend_of(const DayGrid& grid, std::string_view unit) {
  constexpr double middle = 7;
  std::vector<LegendEntry> entries;
  entries.reserve(day_steps + 1);
  for (int step = 0; step <= day_steps; ++step)
    entries.push_back(
        {fmt::format("<path {} d=\"{}\"/>", step_attributes(step), square(middle, middle, step)),
         step == 0 ? "nothing" : "up to " + tick_text(grid.up_to(step), unit)});
  return entries;
}

}  // namespace

std::string html_day_map(const DayMap& map, const PictureName& name) {
  const DayGrid grid(map);
  if (grid.empty()) return {};
  const auto halves = (grid.weeks() + half_year - 1) / half_year;
  const auto weeks = (grid.weeks() + halves - 1) / halves;
  std::string out = html_legend(legend_of(grid, map.unit)) + "<div class=\"days\">\n";
  for (std::size_t half = 0; half < halves; ++half) {
    const auto begin = half * weeks;
    const auto title =
        halves == 1 ? name.title : fmt::format("{}, part {} of {}", name.title, half + 1, halves);
    out += svg_begin({weekday_width + day_cell * static_cast<double>(weeks),
                      months_height + day_cell * days_in_week, "half",
                      fmt::format("{}-{}", name.id, half + 1), title, name.words});
    out += Half(grid, begin, std::min(begin + weeks, grid.weeks())).markup();
    out += svg_end;
  }
  return out + "</div>\n";
}

}  // namespace gradus::report
