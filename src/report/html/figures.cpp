#include "report/html/figures.hpp"

#include "report/html/drawings.hpp"
#include "report/html/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

struct DrawHtml {
  const PictureName& name;
  std::string operator()(const Trend& trend) const { return html_trend(trend, name); }
  std::string operator()(const StackedBars& bars) const { return html_stacked_bars(bars, name); }
  std::string operator()(const DayMap& map) const { return html_day_map(map, name); }
  std::string operator()(const Pyramid& pyramid) const { return html_pyramid(pyramid, name); }
};

// Without a picture the table is all there is, so it isn't folded.
std::string with_numbers(const std::string& picture, const std::string& table) {
  return picture.empty() ? table : picture + html_details("The numbers as a table", table);
}

std::string_view state_of(const Timeline::Row& row) {
  if (row.done) return "done";
  return row.kind == Timeline::RowKind::gate ? "not done, for the gate" : "not done";
}

// Rows, breaks and marks, with the days on which they begin and end.
Table days_of(const Timeline& timeline) {
  const bool replanned = std::ranges::any_of(
      timeline.rows, [](const Timeline::Row& row) { return row.baseline.has_value(); });
  Table table{{{"what"}, {"from", Align::right}, {"to", Align::right}, {"state"}}, {}};
  if (replanned) table.columns.push_back({"first planned to", Align::right});
  const auto add = [&](Cell name, calendar::Date from, calendar::Date to, std::string_view state,
                       std::string first_planned) {
    std::vector<Cell> cells{std::move(name), {from.iso()}, {to.iso()}, {std::string(state)}};
    if (replanned) cells.push_back({std::move(first_planned)});
    table.rows.push_back(std::move(cells));
  };
  for (const auto& row : timeline.rows)
    add({row.label}, row.span.from, row.span.to, state_of(row),
        row.baseline ? row.baseline->to.iso() : "");
  for (const auto& each : timeline.breaks) add({"break"}, each.from, each.to, "", "");
  for (const auto& mark : timeline.marks) add({mark.label}, mark.on, mark.on, "", "");
  return table;
}

std::string figure(const std::string& caption, const std::string& content) {
  return "<figure>\n<figcaption>" + caption + "</figcaption>\n" + content + "</figure>\n";
}

}  // namespace

std::string html_legend(const std::vector<LegendEntry>& entries) {
  std::string out = "<ul class=\"legend\">\n";
  for (const auto& [sign, name] : entries)
    out += fmt::format(
        "<li><svg width=\"28\" height=\"14\" aria-hidden=\"true\">{}</svg> <span>{}</span></li>\n",
        sign, html_name(name));
  return out + "</ul>\n";
}

std::string legend_box(const std::string& attributes) {
  return "<rect " + attributes + " x=\"1\" y=\"1\" width=\"26\" height=\"12\"/>";
}

std::string html_chart_figure(const Chart& chart, const std::string& id, UniqueNames& names,
                              const HtmlStyle& style) {
  const PictureName name{id, chart.title, chart.words};
  const auto picture = style.drawings ? std::visit(DrawHtml{name}, chart.drawing) : std::string();
  auto caption = "<strong>" + html_name(chart.title) + "</strong>";
  if (!chart.words.empty()) caption += " <span>" + html_text(chart.words) + "</span>";
  return figure(caption, with_numbers(picture, html_table(chart.numbers, chart.title, names)));
}

std::string html_timeline_figure(const Timeline& timeline, const std::string& title,
                                 const std::string& id, UniqueNames& names,
                                 const HtmlStyle& style) {
  const auto words =
      fmt::format("From {} to {}.", timeline.whole.from.iso(), timeline.whole.to.iso());
  const auto heading = title.empty() ? "Timeline" : title + ": timeline";
  const auto picture =
      style.drawings ? html_timeline(timeline, {id, heading, words}) : std::string();
  return figure("<span>" + words + "</span>",
                with_numbers(picture, html_table(days_of(timeline), heading, names)));
}

}  // namespace gradus::report
