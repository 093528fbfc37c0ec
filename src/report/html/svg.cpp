#include "report/html/svg.hpp"

#include "gradus/report/writers.hpp"

#include "report/html/html_text.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

// Those of report.css in light. More series than colours begin anew.
constexpr std::array<std::string_view, 6> series_colours{"#2d6fcd", "#c0571e", "#007c59",
                                                         "#a82571", "#5f38a7", "#555f69"};

// What is cut out of the second series' colour and of those after it, in a square of 8 units.
constexpr std::array<std::string_view, 5> cut_outs{
    "M-2 6L6 -2M2 10L10 2",  // rising lines
    "M2 4h4",                // dashes
    "M-2 2L6 10M2 -2L10 6",  // falling lines
    "M0 4h8",                // level lines
    "M4 0v8",                // upright lines
};

std::string_view colour_of(std::size_t series) {
  return series_colours[series % series_colours.size()];
}

}  // namespace

std::string svg_number(double number) {
  constexpr double decimals = 10;
  const double rounded = std::round(number * decimals) / decimals;
  return fmt::format("{:.7g}", rounded == 0 ? 0.0 : rounded);  // no "-0"
}

std::string svg_begin(const SvgFrame& frame) {
  const auto title = html_escaped(frame.title);
  return fmt::format(
      "<svg class=\"{0}\" width=\"{1}\" viewBox=\"0 0 {1} {2}\" role=\"img\" aria-label=\"{4}\" "
      "aria-describedby=\"{3}\"><title>{4}</title><desc id=\"{3}\">{5}</desc>\n",
      frame.look, svg_number(frame.width), svg_number(frame.height), frame.id, title,
      html_escaped(frame.description));
}

std::string svg_text(double x, double y, Anchor anchor, std::string_view text,
                     std::string_view look) {
  constexpr std::array<std::string_view, 3> anchors{"", " text-anchor=\"middle\"",
                                                    " text-anchor=\"end\""};
  return fmt::format("<text x=\"{}\" y=\"{}\"{}{}>{}</text>", svg_number(x), svg_number(y),
                     anchors.at(static_cast<std::size_t>(anchor)),
                     look.empty() ? "" : fmt::format(" class=\"{}\"", look), html_escaped(text));
}

std::string series_fill(std::size_t series) {
  if (const auto place = series % series_colours.size(); place > 0)
    return fmt::format("fill=\"url(#fill{})\"", place + 1);
  return fmt::format("class=\"s1\" fill=\"{}\"", series_colours.front());
}

std::string series_colour(std::size_t series) {
  return fmt::format("class=\"s{}\" fill=\"{}\"", series % series_colours.size() + 1,
                     colour_of(series));
}

std::string series_stroke(std::size_t series) {
  return fmt::format("class=\"l{}\" fill=\"none\" stroke=\"{}\"",
                     series % series_colours.size() + 1, colour_of(series));
}

std::string cut_for_picture(std::string_view name, std::size_t columns) {
  return cut(visible(name), columns);
}

std::string svg_patterns() {
  std::string out = "<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\">";
  for (std::size_t i = 0; i < cut_outs.size(); ++i)
    out += fmt::format(
        "<pattern id=\"fill{0}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        "<rect class=\"s{0}\" width=\"8\" height=\"8\" fill=\"{1}\"/>"
        "<path class=\"cut\" d=\"{2}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.6\"/>"
        "</pattern>",
        i + 2, series_colours.at(i + 1), cut_outs.at(i));
  out +=
      "<pattern id=\"rest\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
      "<path class=\"edge\" d=\"M-2 6L6 -2M2 10L10 2\" fill=\"none\" stroke=\"#767f89\"/>"
      "</pattern>";
  return out + "</svg>\n";
}

std::string marker_path(std::size_t series, double x, double y) {
  // Each about as large as the others.
  constexpr std::array<std::string_view, 6> signs{
      "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",                 // a disc
      "m-3.5 -3.5h7v7h-7z",                                  // a square
      "m0 -5l5 8.5h-10z",                                    // a triangle
      "m0 -5l5 5l-5 5l-5 -5z",                               // a diamond
      "m0 5l5 -8.5h-10z",                                    // a triangle on its tip
      "m-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",  // a cross
  };
  return fmt::format("M{} {}{}", svg_number(x), svg_number(y), signs.at(series % signs.size()));
}

}  // namespace gradus::report
