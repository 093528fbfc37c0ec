#include "report/text_table.hpp"

#include "gradus/report/writers.hpp"

#include "report/ansi.hpp"
#include "report/text_width.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gradus::report {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t least_width = 9;  // what a cut column keeps

using Widths = std::vector<std::size_t>;

std::size_t total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
}

Widths natural_widths(const Table& table) {
  Widths widths;
  for (const auto& column : table.columns) widths.push_back(display_width(visible(column.title)));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(visible(row[i].text)));
    }
  }
  return widths;
}

// The column that can best be narrowed; nullopt when none can.
std::optional<std::size_t> widest_to_cut(const Table& table, const Widths& widths) {
  std::optional<std::size_t> widest;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto& column = table.columns[i];
    if (column.align != Align::left || column.whole || widths[i] <= least_width) continue;
    if (!widest || widths[i] > widths[*widest]) widest = i;
  }
  return widest;
}

// nullopt when the table can't be made to fit.
std::optional<Widths> fitting_widths(const Table& table, std::optional<std::size_t> width) {
  auto widths = natural_widths(table);
  while (width && total(widths) > *width) {
    const auto column = widest_to_cut(table, widths);
    if (!column) return std::nullopt;
    // A long note may be thousands of columns too wide: take the excess off at once.
    const auto excess = total(widths) - *width;
    const auto step = widths[*column] > *width ? std::min(excess, widths[*column] - *width) : 1;
    widths[*column] -= step;
  }
  return widths;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string rule(const Widths& widths) {
  std::string line;
  for (const auto width : widths) {
    if (!line.empty()) line.append(gap, ' ');
    for (std::size_t i = 0; i < width; ++i) line += "─";
  }
  return line;
}

// Spaces stay outside of the colour, and none ends a line.
std::string fit(const Cell& cell, std::size_t width, Align align, bool colour) {
  const auto text = cut(visible(cell.text), width);
  const auto painted = paint(text, cell.tone, colour);
  const std::string fill(width - display_width(text), ' ');
  return align == Align::left ? painted + fill : fill + painted;
}

std::string line_of(const std::vector<Cell>& cells, const Table& table, const Widths& widths,
                    bool colour) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.append(gap, ' ');
    line += fit(cells[i], widths[i], table.columns[i].align, colour);
  }
  return without_trailing_spaces(std::move(line));
}

std::vector<Cell> header(const Table& table) {
  std::vector<Cell> cells;
  for (const auto& column : table.columns) cells.push_back({column.title, Tone::strong});
  return cells;
}

// For narrow terminals: one "title: value" line for each cell that is not empty.
std::vector<std::string> stacked(const Table& table, std::size_t width, bool colour) {
  std::vector<std::string> lines;
  for (const auto& row : table.rows) {
    if (!lines.empty()) lines.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].text.empty()) continue;
      const auto title = visible(table.columns[i].title);
      const auto text = (title.empty() ? "" : title + ": ") + visible(row[i].text);
      for (const auto& line : wrap(text, width)) lines.push_back(paint(line, row[i].tone, colour));
    }
  }
  return lines;
}

}  // namespace

std::vector<std::string> table_lines(const Table& table, std::optional<std::size_t> width,
                                     bool colour) {
  const auto widths = fitting_widths(table, width);
  if (!widths) return stacked(table, *width, colour);
  std::vector<std::string> lines{line_of(header(table), table, *widths, colour), rule(*widths)};
  for (const auto& row : table.rows) lines.push_back(line_of(row, table, *widths, colour));
  return lines;
}

}  // namespace gradus::report
