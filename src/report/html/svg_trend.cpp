#include "report/html/drawings.hpp"
#include "report/html/plot.hpp"
#include "report/html/svg.hpp"
#include "report/trend_extent.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {
namespace {

using calendar::Date;

constexpr std::size_t most_marked_points = 40;  // of a line; more would cover it

class TrendPicture {
 public:
  TrendPicture(const Trend& trend, const TrendExtent& extent)
      : trend_(trend), extent_(extent), plot_(make_plot(extent.low, extent.high, trend.unit)) {}

  [[nodiscard]] std::string markup() const {
    std::string out = svg_scale(plot_, trend_.unit) + day_labels() + band() + level();
    for (std::size_t i = 0; i < trend_.lines.size(); ++i) out += line(i);
    return out + marks();
  }

 private:
  [[nodiscard]] double x(Date day) const {
    const double days = static_cast<double>((extent_.to - extent_.from).count());
    const double width = plot_.right - plot_.left;
    if (days == 0) return plot_.left + width / 2;
    return plot_.left + width * static_cast<double>((day - extent_.from).count()) / days;
  }

  [[nodiscard]] std::string place(Date day, double value) const {
    return svg_number(x(day)) + " " + svg_number(plot_.y(value));
  }

  [[nodiscard]] std::string day_labels() const {
    constexpr std::size_t many = 6;
    const auto ticks = day_ticks(extent_.from, extent_.to);
    std::string out = "<g class=\"scale\" fill=\"currentColor\">";
    for (std::size_t i = 0; i < ticks.size(); ++i)
      out +=
          svg_label_below(plot_, x(ticks[i].on), ticks[i].label, ticks.size() > many && i % 2 == 1);
    return out + "</g>\n";
  }

  [[nodiscard]] std::string band() const {
    if (!trend_.band) return {};
    const auto points = drawn_points(trend_.band->points);
    std::string path;
    for (const auto& point : points)
      path += (path.empty() ? "M" : "L") + place(point.on, point.high);
    for (auto point = points.rbegin(); point != points.rend(); ++point)
      path += "L" + place(point->on, point->low);
    if (path.empty()) return {};
    return fmt::format(
        "<path class=\"band\" d=\"{}Z\" fill=\"#2d6fcd\" fill-opacity=\".2\" "
        "stroke=\"#2d6fcd\"/>\n",
        path);
  }

  [[nodiscard]] std::string level() const {
    if (!trend_.level || !is_drawn(trend_.level->value)) return {};
    return fmt::format(
        "<path class=\"level\" d=\"M{} {}H{}\" fill=\"none\" stroke=\"currentColor\" "
        "stroke-width=\"1.5\" stroke-dasharray=\"2 4\"/>\n",
        svg_number(plot_.left), svg_number(plot_.y(trend_.level->value)), svg_number(plot_.right));
  }

  [[nodiscard]] std::string line(std::size_t number) const;
  [[nodiscard]] std::string marks() const;

  const Trend& trend_;
  TrendExtent extent_;
  Plot plot_;
};

std::string_view dashes(Trend::Stroke stroke) {
  switch (stroke) {
    case Trend::Stroke::solid:
      return "";
    case Trend::Stroke::dashed:
      return " stroke-dasharray=\"9 5\"";
    case Trend::Stroke::dotted:
      return " stroke-dasharray=\"2 5\" stroke-linecap=\"round\"";
  }
  return "";
}

std::string marker_markup(std::size_t number, const std::string& path) {
  return fmt::format("<path {} d=\"{}\"/>", series_colour(number), path);
}

std::string TrendPicture::line(std::size_t number) const {
  const auto& line = trend_.lines[number];
  const auto points = drawn_points(line.points);
  if (points.empty()) return {};
  std::string path;
  std::string markers;
  double last = -1;
  for (std::size_t i = 0; i < points.size(); ++i) {
    // Days that fall on one another are drawn once.
    const double at = x(points[i].on);
    if (i > 0 && i + 1 < points.size() && at - last < 1) continue;
    last = at;
    path += (i == 0 ? "M" : "L") + place(points[i].on, points[i].value);
    markers += marker_path(number, at, plot_.y(points[i].value));
  }
  auto out = fmt::format("<path {} d=\"{}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"{}/>\n",
                         series_stroke(number), path, dashes(line.stroke));
  if (points.size() <= most_marked_points) out += marker_markup(number, markers) + "\n";
  return out;
}

std::string TrendPicture::marks() const {
  constexpr double above = 8;
  std::string out;
  for (const auto& mark : trend_.marks) {
    if (mark.on < extent_.from || mark.on > extent_.to) continue;
    const double at = x(mark.on);
    const auto anchor = at > (plot_.left + plot_.right) / 2 ? Anchor::end : Anchor::start;
    out += fmt::format("<path class=\"mark\" d=\"M{} {}V{}\" stroke=\"currentColor\"/>",
                       svg_number(at), svg_number(plot_.top), svg_number(plot_.bottom));
    out += svg_text(at, plot_.top - above, anchor, cut_for_picture(mark.name), "name");
  }
  return out.empty() ? out : "<g fill=\"currentColor\">" + out + "</g>\n";
}

std::vector<LegendEntry> legend_of(const Trend& trend) {
  constexpr double middle = 14;
  constexpr double height = 7;
  std::vector<LegendEntry> entries;
  entries.reserve(trend.lines.size() + 2);
  for (std::size_t i = 0; i < trend.lines.size(); ++i) {
    const auto& line = trend.lines[i];
    auto sign = fmt::format("<path {} d=\"M0 7H28\" stroke-width=\"2.5\"{}/>", series_stroke(i),
                            dashes(line.stroke));
    if (line.points.size() <= most_marked_points)
      sign += marker_markup(i, marker_path(i, middle, height));
    entries.push_back({sign, line.name});
  }
  if (trend.band)
    entries.push_back({legend_box("class=\"band\" fill=\"#2d6fcd\" fill-opacity=\".2\" "
                                  "stroke=\"#2d6fcd\""),
                       trend.band->name});
  if (trend.level)
    entries.push_back(
        {"<path class=\"level\" d=\"M0 7H28\" fill=\"none\" stroke=\"currentColor\" "
         "stroke-width=\"1.5\" stroke-dasharray=\"2 4\"/>",
         fmt::format("{}: {}", trend.level->name, tick_text(trend.level->value, trend.unit))});
  return entries;
}

}  // namespace

std::string html_trend(const Trend& trend, const PictureName& name) {
  const auto extent = extent_of(trend);
  if (!extent) return {};
  return html_legend(legend_of(trend)) +
         svg_begin({picture_width, plot_height, "chart", name.id, name.title, name.words}) +
         TrendPicture(trend, *extent).markup() + std::string(svg_end);
}

}  // namespace gradus::report
