#include "gradus/report/writers.hpp"

#include "report/html/axis.hpp"
#include "report/html/drawings.hpp"
#include "report/html/html_parts.hpp"
#include "report/html/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {
namespace {

using calendar::Date;

constexpr double axis_height = 26;
constexpr double mark_line = 24;
constexpr double label_gap = 10;
constexpr double letter_width = 7.5;  // of a label, in units
constexpr std::size_t longest_week = 32;

// Where things stand in a row, from its top.
constexpr double row_height = 26;
constexpr double label_foot = 17;
constexpr double bar_top = 6;
constexpr double bar_height = 12;

constexpr std::string_view done_look = "class=\"whole\" fill=\"#007c59\"";
constexpr std::string_view ahead_look =
    "class=\"ahead\" fill=\"#2d6fcd\" fill-opacity=\".25\" stroke=\"#2d6fcd\"";
constexpr std::string_view gate_look = "class=\"edge\" fill=\"url(#rest)\" stroke=\"#767f89\"";
constexpr std::string_view break_look = "fill=\"url(#rest)\"";
constexpr std::string_view first_plan_look = "class=\"edge\" fill=\"none\" stroke=\"#767f89\"";

std::string_view look_of(const Timeline::Row& row) {
  if (row.done) return done_look;
  return row.kind == Timeline::RowKind::gate ? gate_look : ahead_look;
}

class TimelinePicture {
 public:
  explicit TimelinePicture(const Timeline& timeline)
      : timeline_(timeline), left_(columns_of_labels(timeline) * letter_width + label_gap) {}

  [[nodiscard]] double height() const {
    return rows_end() + mark_line * static_cast<double>(timeline_.marks.size()) + 2;
  }

  [[nodiscard]] std::string markup() const {
    std::string out = axis();
    for (const auto& each : timeline_.breaks)
      out += bar(each, axis_height, rows_end() - axis_height, break_look);
    double top = axis_height;
    for (const auto& row : timeline_.rows) {
      out += svg_text(0, top + label_foot, Anchor::start, cut_for_picture(row.label, longest_week));
      constexpr double thin = 4;
      constexpr double gap = 2;
      if (row.baseline)
        out += bar(*row.baseline, top + bar_top + bar_height + gap, thin, first_plan_look);
      out += bar(row.span, top + bar_top, bar_height, look_of(row)) + "\n";
      top += row_height;
    }
    return out + marks();
  }

 private:
  [[nodiscard]] double rows_end() const {
    return axis_height + row_height * static_cast<double>(timeline_.rows.size());
  }

  // The labels stand in a column of their own, where no bar and no mark's line comes.
  static double columns_of_labels(const Timeline& timeline) {
    std::size_t widest = 0;
    for (const auto& row : timeline.rows)
      widest = std::max(widest, display_width(cut_for_picture(row.label, longest_week)));
    return static_cast<double>(widest);
  }

  // Where a day begins; `past`: where it ends.
  [[nodiscard]] double x(Date day, int past = 0) const {
    const auto& whole = timeline_.whole;
    const double days = static_cast<double>((whole.to - whole.from).count()) + 1;
    const double at = static_cast<double>((day - whole.from).count()) + past;
    return left_ + std::clamp(at / days, 0.0, 1.0) * (picture_width - left_ - 1);
  }

  [[nodiscard]] std::string bar(const Timeline::Span& span, double top, double height,
                                std::string_view look) const {
    const double from = x(span.from);
    return fmt::format("<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", look,
                       svg_number(from), svg_number(top),
                       svg_number(std::max(x(span.to, 1) - from, 1.0)), svg_number(height));
  }

  [[nodiscard]] std::string axis() const {
    constexpr double foot = 16;
    constexpr std::size_t many = 7;
    constexpr double label_room = 44;
    const auto ticks = day_ticks(timeline_.whole.from, timeline_.whole.to);
    std::string lines;
    std::string labels;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      lines += fmt::format("M{} {}V{}", svg_number(x(ticks[i].on)), svg_number(axis_height - 4),
                           svg_number(rows_end()));
      const bool at_end = x(ticks[i].on) > picture_width - label_room;
      labels += svg_text(x(ticks[i].on), foot, at_end ? Anchor::end : Anchor::start, ticks[i].label,
                         ticks.size() > many && i % 2 == 1 ? "spare" : "");
    }
    return fmt::format(
        "<path class=\"grid\" d=\"{}\" fill=\"none\" stroke=\"#c3cad1\"/>\n"
        "<g class=\"scale\" fill=\"currentColor\">{}</g>\n<g fill=\"currentColor\">\n",
        lines, labels);
  }

  [[nodiscard]] std::string marks() const {
    std::string out = "</g>\n<g fill=\"currentColor\">";
    double foot = rows_end();
    for (const auto& mark : timeline_.marks) {
      foot += mark_line;
      const double at = x(mark.on);
      const bool right = at > (left_ + picture_width) / 2;
      constexpr double gap = 5;
      out += fmt::format("<path class=\"mark\" d=\"M{} {}V{}\" stroke=\"currentColor\"/>",
                         svg_number(at), svg_number(axis_height - 4), svg_number(foot));
      out += svg_text(right ? at - gap : at + gap, foot - 2, right ? Anchor::end : Anchor::start,
                      cut_for_picture(mark.label), "name");
    }
    return out + "</g>\n";
  }

  const Timeline& timeline_;
  double left_;  // where the days begin
};

std::vector<LegendEntry> legend_of(const Timeline& timeline) {
  const auto any = [&timeline](auto holds) { return std::ranges::any_of(timeline.rows, holds); };
  using Row = Timeline::Row;
  std::vector<LegendEntry> entries;
  const auto add = [&entries](std::string_view look, std::string name) {
    entries.push_back({legend_box(std::string(look)), std::move(name)});
  };
  if (any([](const Row& row) { return row.done; })) add(done_look, "done");
  if (any([](const Row& row) { return !row.done && row.kind != Timeline::RowKind::gate; }))
    add(ahead_look, "not done");
  if (any([](const Row& row) { return !row.done && row.kind == Timeline::RowKind::gate; }))
    add(gate_look, "weeks for the gate");
  if (!timeline.breaks.empty()) add(break_look, "break");
  if (any([](const Row& row) { return row.baseline.has_value(); }))
    add(first_plan_look, "as first planned");
  return entries;
}

}  // namespace

std::string html_timeline(const Timeline& timeline, const PictureName& name) {
  if (timeline.rows.empty()) return {};
  const TimelinePicture picture(timeline);
  // As wide as its words can be read, on a telephone too.
  return html_legend(legend_of(timeline)) +
         html_scroll(svg_begin({picture_width, picture.height(), "chart wide", name.id, name.title,
                                name.words}) +
                         picture.markup() + std::string(svg_end),
                     name.scroll);
}

}  // namespace gradus::report
