#include "report/html/figures.hpp"

#include "report/html/drawings.hpp"
#include "report/html/html_text.hpp"
#include "report/timeline.hpp"

#include <fmt/format.h>

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
  return picture.empty() ? table
                         : picture + html_details("The numbers as a table", table, "numbers");
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
  const auto words = extent_words(timeline);
  const auto heading = title.empty() ? "Timeline" : title + ": timeline";
  const auto picture =
      style.drawings
          ? html_timeline(timeline, {id, heading, words, names.next("Picture: " + heading)})
          : std::string();
  return figure("<span>" + words + "</span>",
                with_numbers(picture, html_table(table_of_days(timeline), heading, names)));
}

}  // namespace gradus::report
