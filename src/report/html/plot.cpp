#include "report/html/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace gradus::report {

double Plot::y(double value) const {
  const double range = values.to - values.from;
  const double share = std::clamp((value - values.from) / range, 0.0, 1.0);
  return bottom - share * height();
}

Plot make_plot(double low, double high, std::string_view unit) {
  constexpr double letter = 11;  // as wide on a narrow screen, where letters are larger
  constexpr double gap = 12;
  Plot plot{value_axis(low, high), 0};
  std::size_t longest = 0;
  for (const double tick : plot.values.ticks)
    longest = std::max(longest, tick_text(tick, unit).size());
  plot.left = std::min(letter * static_cast<double>(longest) + gap, picture_width / 3);
  return plot;
}

std::string svg_scale(const Plot& plot, std::string_view unit) {
  constexpr double half_letter = 4;
  constexpr double gap = 8;
  std::string lines;
  std::string numbers;
  for (const double tick : plot.values.ticks) {
    const double y = plot.y(tick);
    lines += fmt::format("M{} {}H{}", svg_number(plot.left), svg_number(y), svg_number(plot.right));
    numbers += svg_text(plot.left - gap, y + half_letter, Anchor::end, tick_text(tick, unit));
  }
  return fmt::format(
      "<path class=\"grid\" d=\"{}\" fill=\"none\" stroke=\"#c3cad1\"/>\n"
      "<g class=\"scale\" fill=\"currentColor\">{}</g>\n",
      lines, numbers);
}

std::string svg_label_below(const Plot& plot, double x, std::string_view text, bool spare) {
  constexpr double line = 24;
  return svg_text(x, plot.bottom + line, Anchor::middle, text, spare ? "spare" : "");
}

}  // namespace gradus::report
