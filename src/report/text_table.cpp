#include "report/text_table.hpp"

#include "gradus/report/writers.hpp"

#include "report/ansi.hpp"
#include "report/text_width.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace gradus::report {
namespace {

constexpr std::size_t column_gap = 2;
constexpr std::size_t least_width = 9;  // what a narrowed column keeps

using Widths = std::vector<std::size_t>;

std::size_t total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), column_gap * (widths.size() - 1));
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

// What each column needs: no word of it is cut.
Widths least_widths(const Table& table, const Widths& natural) {
  Widths least = natural;
  for (std::size_t i = 0; i < least.size(); ++i) {
    const auto& column = table.columns[i];
    if (column.align != Align::left || column.whole) continue;
    auto longest = std::max(least_width, longest_word(visible(column.title)));
    for (const auto& row : table.rows)
      longest = std::max(longest, longest_word(visible(row[i].text)));
    least[i] = std::min(longest, natural[i]);
  }
  return least;
}

// The column that can best be narrowed; nullopt when none can.
std::optional<std::size_t> widest_to_narrow(const Widths& widths, const Widths& least) {
  std::optional<std::size_t> widest;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] <= least[i]) continue;
    if (!widest || widths[i] > widths[*widest]) widest = i;
  }
  return widest;
}

// nullopt when the table can't be made to fit.
std::optional<Widths> fitting_widths(const Table& table, std::optional<std::size_t> width) {
  auto widths = natural_widths(table);
  if (!width || total(widths) <= *width) return widths;
  const auto least = least_widths(table, widths);
  if (total(least) > *width) return std::nullopt;
  while (total(widths) > *width) {
    const auto column = widest_to_narrow(widths, least).value();
    // A long note may be thousands of columns too wide: take the excess off at once.
    widths[column] = widths[column] > *width ? std::max(least[column], *width) : widths[column] - 1;
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
    if (!line.empty()) line.append(column_gap, ' ');
    for (std::size_t i = 0; i < width; ++i) line += "─";
  }
  return line;
}

// Spaces stay outside of the colour, and none ends a line.
std::string fit(const std::string& text, Tone tone, std::size_t width, Align align, bool colour) {
  const auto painted = paint(text, tone, colour);
  const std::string fill(width - display_width(text), ' ');
  return align == Align::left ? painted + fill : fill + painted;
}

// A cell that is wider than its column goes on below.
std::vector<std::string> lines_of(const std::vector<Cell>& cells, const Table& table,
                                  const Widths& widths, bool colour) {
  std::vector<std::vector<std::string>> texts;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto text = visible(cells[i].text);
    const bool fits = display_width(text) <= widths[i];
    texts.push_back(fits ? std::vector{std::move(text)} : wrap(text, widths[i]));
    height = std::max(height, texts.back().size());
  }
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line.append(column_gap, ' ');
      const auto text = row < texts[i].size() ? texts[i][row] : std::string();
      line += fit(text, cells[i].tone, widths[i], table.columns[i].align, colour);
    }
    lines.push_back(without_trailing_spaces(std::move(line)));
  }
  return lines;
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

// The same without the last column that may go; nullopt when none may.
std::optional<Table> narrower(Table table) {
  auto& columns = table.columns;
  const auto last = std::find_if(columns.rbegin(), columns.rend(),
                                 [](const Column& column) { return column.optional; });
  if (last == columns.rend()) return std::nullopt;
  const auto place = std::distance(last, columns.rend()) - 1;
  columns.erase(columns.begin() + place);
  for (auto& row : table.rows) row.erase(row.begin() + place);
  return table;
}

}  // namespace

std::vector<std::string> table_lines(const Table& table, std::optional<std::size_t> width,
                                     bool colour) {
  const auto widths = fitting_widths(table, width);
  if (!widths) {
    const auto less = narrower(table);
    return less ? table_lines(*less, width, colour) : stacked(table, *width, colour);
  }
  auto lines = lines_of(header(table), table, *widths, colour);
  lines.push_back(rule(*widths));
  for (const auto& row : table.rows)
    for (auto& line : lines_of(row, table, *widths, colour)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace gradus::report
