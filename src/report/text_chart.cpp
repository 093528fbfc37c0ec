#include "report/text_chart.hpp"

#include "gradus/report/writers.hpp"

#include "report/stacked_bars.hpp"
#include "report/text_drawings.hpp"
#include "report/text_width.hpp"
#include "report/trend_extent.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t widest_name = 24;
constexpr std::size_t least_drawing = 10;
constexpr std::size_t name_gap = 2;

// Columns for the names of things, each with a gap behind it.
std::size_t name_columns(const Lines& names, std::size_t width) {
  std::size_t longest = 0;
  for (const auto& name : names) longest = std::max(longest, display_width(visible(name)));
  return std::min({longest, widest_name, width / 3}) + name_gap;
}

std::string named(const std::string& name, std::size_t columns) {
  return pad(cut(visible(name), columns - name_gap), columns);
}

std::size_t room_beside(std::size_t taken, std::size_t width) {
  return width > taken + least_drawing ? width - taken : least_drawing;
}

// A name, a drawing and words in a line; a name that is too long stands above it, and the words
// below if they have no room there.
struct DrawnRow {
  std::string name;
  std::string words;
};
struct RowColumns {
  std::size_t names;
  std::size_t cells;  // of the drawing
  bool beside;        // the words
};
RowColumns columns_of(const std::vector<DrawnRow>& rows, std::size_t width) {
  constexpr std::size_t widest = 60;
  Lines names;
  names.reserve(rows.size());
  std::size_t words = 0;
  for (const auto& row : rows) {
    names.push_back(row.name);
    words = std::max(words, display_width(visible(row.words)));
  }
  const auto columns = name_columns(names, width);
  const bool beside = columns + least_drawing + name_gap + words <= width;
  const auto taken = columns + (beside ? name_gap + words : 0);
  return {columns, std::min(room_beside(taken, width), widest), beside};
}
void add_row(Lines& lines, const DrawnRow& row, const std::string& drawing,
             const RowColumns& columns, std::size_t width) {
  auto start = named(row.name, columns.names);
  if (const auto name = visible(row.name); display_width(name) > columns.names - name_gap) {
    for (const auto& line : wrap(name, width)) lines.push_back(cut(line, width));
    start = std::string(columns.names, ' ');
  }
  if (columns.beside) {
    lines.push_back(start + pad(drawing, columns.cells + name_gap) + visible(row.words));
    return;
  }
  lines.push_back(start + drawing);
  for (const auto& line : wrap(visible(row.words), width > name_gap ? width - name_gap : 1))
    lines.push_back(std::string(name_gap, ' ') + line);
}

// "100.2 h"
std::string tenths_text(double value, const std::string& unit) {
  constexpr double tenths = 10;
  const bool small = std::abs(value) < 1e15;
  return amount_text(small ? std::round(value * tenths) / tenths : value, unit);
}

// "0 h to 100.2 h"
std::string from_to(double first, double last, const std::string& unit) {
  return tenths_text(first, unit) + " to " + tenths_text(last, unit);
}

// "0 h to 100.2 h". What is held against a level, such as scores, was so on its days alone: "61% on
// 2026-12-01 to 78% on 2026-12-20".
std::string words_of(const std::vector<Trend::Point>& points, const Trend& trend) {
  const auto& first = points.front();
  const auto& last = points.back();
  if (!trend.level) return from_to(first.value, last.value, trend.unit);
  const auto on_day = [&trend](const Trend::Point& point) {
    return tenths_text(point.value, trend.unit) + " on " + point.on.iso();
  };
  return points.size() == 1 ? on_day(first) : on_day(first) + " to " + on_day(last);
}

// The lower edge of a band, with its days in between: it is a slope, which a line in steps would
// hide.
std::vector<Trend::Point> lower_edge(const std::vector<Trend::BandPoint>& points) {
  constexpr int most_between = 100;
  std::vector<Trend::Point> edge;
  edge.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    edge.push_back({points[i].on, points[i].low});
    if (i + 1 == points.size()) break;
    const auto& next = points[i + 1];
    const auto days = next.on - points[i].on;
    const auto step = days / most_between + calendar::Days{1};
    for (auto passed = step; passed < days; passed += step) {
      const auto share = static_cast<double>(passed.count()) / static_cast<double>(days.count());
      edge.push_back({points[i].on + passed, points[i].low + (next.low - points[i].low) * share});
    }
  }
  return edge;
}

// A trend as rows over the same days.
class TrendRows {
 public:
  TrendRows(const Trend& trend, const TrendExtent& extent) : extent_(extent) {
    for (const auto& line : trend.lines) {
      auto points = drawn_points(line.points);
      if (points.empty()) continue;
      rows_.push_back({line.name, words_of(points, trend)});
      drawn_.push_back(std::move(points));
    }
    if (trend.band) add(*trend.band, trend.unit);
    for (const auto& mark : trend.marks) {
      if (mark.on < extent.from || mark.on > extent.to) continue;
      rows_.push_back({mark.name, mark.on.iso()});
      marks_.push_back(mark.on);
    }
  }

  [[nodiscard]] Lines lines(std::size_t width) const {
    const auto columns = columns_of(rows_, width);
    Lines lines;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      add_row(lines, rows_[i], drawing(i, columns.cells), columns, width);
    return lines;
  }

 private:
  void add(const Trend::Band& band, const std::string& unit) {
    const auto points = drawn_points(band.points);
    if (points.empty()) return;
    rows_.push_back({band.name, from_to(points.front().low, points.back().high, unit)});
    drawn_.push_back(lower_edge(points));
  }

  [[nodiscard]] std::string drawing(std::size_t row, std::size_t cells) const {
    if (row < drawn_.size())
      return sparkline(drawn_[row], extent_.from, extent_.to, extent_.low, extent_.high, cells);
    const auto days = std::max(static_cast<double>((extent_.to - extent_.from).count()), 1.0);
    const auto share = static_cast<double>((marks_[row - drawn_.size()] - extent_.from).count());
    const auto column = std::lround(share / days * static_cast<double>(cells - 1));
    return std::string(static_cast<std::size_t>(column), ' ') + "▲";
  }

  TrendExtent extent_;
  std::vector<DrawnRow> rows_{};  // first those with points, then the marks
  std::vector<std::vector<Trend::Point>> drawn_{};
  std::vector<calendar::Date> marks_{};
};

Lines trend_lines(const Trend& trend, std::size_t width) {
  const auto extent = extent_of(trend);
  if (!extent) return {};
  auto lines = TrendRows(trend, *extent).lines(width);
  if (trend.level) {
    const auto level =
        visible(trend.level->name) + ": " + amount_text(trend.level->value, trend.unit);
    for (auto& line : wrap(level, width)) lines.push_back(std::move(line));
  }
  return lines;
}

std::string_view kind_sign(std::size_t kind) {
  constexpr std::array<std::string_view, 4> signs{"█", "▒", "▓", "░"};
  return signs.at(kind % signs.size());
}

// Where each kind ends is rounded, so that the whole bar is as long as the sum.
std::string stacked_bar(const StackedBars::Row& row, std::size_t kinds, double greatest,
                        std::size_t cells) {
  const auto cell_of = [&](double amount) {
    return static_cast<std::size_t>(std::lround(amount / greatest * static_cast<double>(cells)));
  };
  std::string bar;
  for (std::size_t kind = 0; kind < kinds; ++kind)
    bar += repeated(kind_sign(kind), cell_of(sum_below(row.amounts, kind + 1)) -
                                         cell_of(sum_below(row.amounts, kind)));
  return bar;
}

Lines stacked_lines(const StackedBars& bars, std::size_t width) {
  const double greatest = greatest_sum(bars);
  if (greatest <= 0) return {};
  std::string legend;
  for (std::size_t kind = 0; kind < bars.kinds.size(); ++kind)
    legend +=
        fmt::format("{}{} {}", kind > 0 ? ", " : "", kind_sign(kind), visible(bars.kinds[kind]));
  Lines lines = wrap(legend, width);
  std::vector<DrawnRow> rows;
  rows.reserve(bars.rows.size());
  for (const auto& row : bars.rows) rows.push_back({row.label, row.words});
  const auto columns = columns_of(rows, width);
  for (std::size_t i = 0; i < rows.size(); ++i)
    add_row(lines, rows[i], stacked_bar(bars.rows[i], bars.kinds.size(), greatest, columns.cells),
            columns, width);
  return lines;
}

struct DrawLines {
  std::size_t width;
  Lines operator()(const Trend& trend) const { return trend_lines(trend, width); }
  Lines operator()(const StackedBars& bars) const { return stacked_lines(bars, width); }
  Lines operator()(const DayMap& map) const { return day_map_lines(map, width); }
  Lines operator()(const Pyramid& pyramid) const { return pyramid_lines(pyramid, width); }
};

}  // namespace

std::string sparkline(const std::vector<Trend::Point>& points, calendar::Date from,
                      calendar::Date to, double low, double high, std::size_t width) {
  constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const double days = std::max(static_cast<double>((to - from).count()), 1.0);
  const double range = high > low ? high - low : 1;
  std::vector<int> columns(width, -1);
  for (const auto& point : points) {
    const double share = static_cast<double>((point.on - from).count()) / days;
    const auto column = static_cast<std::size_t>(
        std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width - 1)));
    const double height = std::clamp((point.value - low) / range, 0.0, 1.0);
    columns[column] = static_cast<int>(std::lround(height * (heights.size() - 1)));
  }
  // Between two values the line stays where it was.
  std::string line;
  int height = -1;
  const auto last =
      std::find_if(columns.rbegin(), columns.rend(), [](int each) { return each >= 0; });
  const auto drawn = static_cast<std::size_t>(columns.rend() - last);
  for (std::size_t i = 0; i < drawn; ++i) {
    if (columns[i] >= 0) height = columns[i];
    line += height < 0 ? " " : heights.at(static_cast<std::size_t>(height));
  }
  return line;
}

std::vector<std::string> drawing_lines(const Drawing& drawing, std::size_t width) {
  return std::visit(DrawLines{width}, drawing);
}

}  // namespace gradus::report
