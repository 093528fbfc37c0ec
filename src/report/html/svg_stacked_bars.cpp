#include "gradus/report/writers.hpp"

#include "report/html/drawings.hpp"
#include "report/html/html_text.hpp"
#include "report/html/plot.hpp"
#include "report/html/svg.hpp"
#include "report/stacked_bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::report {
namespace {

// The parts of columns, and what stands below them.
class Columns {
 public:
  explicit Columns(const StackedBars& bars)
      : bars_(bars),
        plot_(make_plot(0, greatest_sum(bars), bars.unit)),
        pitch_((plot_.right - plot_.left) / static_cast<double>(bars.rows.size())) {}

  [[nodiscard]] std::string markup() const {
    std::string out = svg_scale(plot_, bars_.unit);
    for (std::size_t kind = 0; kind < bars_.kinds.size(); ++kind) out += parts_of(kind);
    return out + labels();
  }

 private:
  [[nodiscard]] double middle(std::size_t row) const {
    return plot_.left + pitch_ * (static_cast<double>(row) + 1.0 / 2);
  }

  // One kind's parts of all the columns.
  [[nodiscard]] std::string parts_of(std::size_t kind) const {
    constexpr double of_pitch = 0.72;
    constexpr double widest = 44;
    const double width = std::min(pitch_ * of_pitch, widest);
    std::string path;
    for (std::size_t row = 0; row < bars_.rows.size(); ++row) {
      const auto& amounts = bars_.rows[row].amounts;
      const double below = sum_below(amounts, kind);
      const double top = plot_.y(below + amount_of(amounts, kind));
      const double bottom = plot_.y(below);
      if (bottom - top <= 0) continue;
      path += fmt::format("M{} {}h{}v{}h-{}z", svg_number(middle(row) - width / 2), svg_number(top),
                          svg_number(width), svg_number(bottom - top), svg_number(width));
    }
    return path.empty() ? path : fmt::format("<path {} d=\"{}\"/>\n", series_fill(kind), path);
  }

  // As many as have room. On a narrow screen, where letters are larger, every second one goes.
  [[nodiscard]] std::string labels() const {
    constexpr std::size_t longest_label = 12;
    constexpr double letter = 8;
    constexpr double gap = 12;
    std::size_t columns = 0;
    for (const auto& row : bars_.rows)
      columns = std::max(columns, display_width(cut_for_picture(row.label, longest_label)));
    const double room = letter * static_cast<double>(columns) + gap;
    const auto step = static_cast<std::size_t>(std::ceil(room / pitch_));
    std::string out = "<g class=\"scale\" fill=\"currentColor\">";
    for (std::size_t row = 0; row < bars_.rows.size(); row += step)
      out +=
          svg_label_below(plot_, middle(row), cut_for_picture(bars_.rows[row].label, longest_label),
                          row / step % 2 == 1);
    return out + "</g>\n";
  }

  const StackedBars& bars_;
  Plot plot_;
  double pitch_;  // from one column to the next
};

// A row's bar as wide as its share of the longest one.
std::string row_svg(const StackedBars::Row& row, std::size_t kinds, double greatest) {
  constexpr double all = 100;
  std::string out = "<svg class=\"bar\" width=\"100%\" height=\"14\" aria-hidden=\"true\">";
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    const double width = amount_of(row.amounts, kind) / greatest * all;
    if (width <= 0) continue;
    out += fmt::format("<rect {} x=\"{:.4g}%\" width=\"{:.4g}%\" height=\"14\"/>",
                       series_fill(kind), sum_below(row.amounts, kind) / greatest * all, width);
  }
  return out + "</svg>";
}

std::string lying_rows(const StackedBars& bars, double greatest) {
  std::string out = "<ul class=\"bars\">\n";
  for (const auto& row : bars.rows)
    out += fmt::format("<li><span class=\"label\">{}</span> {} <span>{}</span></li>\n",
                       html_name(row.label), row_svg(row, bars.kinds.size(), greatest),
                       html_text(row.words));
  return out + "</ul>\n";
}

}  // namespace

std::string html_stacked_bars(const StackedBars& bars, const PictureName& name) {
  const double greatest = greatest_sum(bars);
  if (greatest <= 0) return {};
  std::vector<LegendEntry> entries;
  entries.reserve(bars.kinds.size());
  for (std::size_t kind = 0; kind < bars.kinds.size(); ++kind)
    entries.push_back({legend_box(series_fill(kind)), bars.kinds[kind]});
  if (!bars.upright) return html_legend(entries) + lying_rows(bars, greatest);
  return html_legend(entries) +
         svg_begin({picture_width, plot_height, "chart", name.id, name.title, name.words}) +
         Columns(bars).markup() + std::string(svg_end);
}

}  // namespace gradus::report
