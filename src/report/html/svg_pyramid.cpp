#include "report/html/drawings.hpp"
#include "report/html/html_text.hpp"
#include "report/html/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

constexpr double slice = 34;  // a step, with the space above it
constexpr double slice_gap = 5;
constexpr double pyramid_width = 240;
constexpr double pyramid_base = 232;  // how wide it is at its foot
constexpr double pyramid_tip = 36;    // and at its top

// A slice of the pyramid between two heights, and the left part of it.
class Slice {
 public:
  Slice(std::size_t number, std::size_t steps)
      : steps_(static_cast<double>(steps)),
        bottom_(slice * (steps_ - static_cast<double>(number))),
        top_(bottom_ - slice + slice_gap) {}

  [[nodiscard]] std::string part(double share) const {
    const double below = width_at(bottom_);
    const double above = width_at(top_);
    const double left_below = (pyramid_width - below) / 2;
    const double left_above = (pyramid_width - above) / 2;
    return fmt::format("M{0} {1}H{2}L{3} {4}H{5}z", svg_number(left_below), svg_number(bottom_),
                       svg_number(left_below + below * share),
                       svg_number(left_above + above * share), svg_number(top_),
                       svg_number(left_above));
  }

 private:
  [[nodiscard]] double width_at(double y) const {
    return pyramid_tip + (pyramid_base - pyramid_tip) * y / (slice * steps_);
  }

  double steps_;
  double bottom_;
  double top_;
};

double drawn_share(const Pyramid::Step& step) {
  return step.share > 0 ? std::min(step.share, 1.0) : 0;  // NaN counts as nothing
}

std::string slice_markup(const Pyramid::Step& step, const Slice& drawn) {
  constexpr std::string_view rail =
      "<path class=\"rail\" d=\"{}\" fill=\"none\" stroke=\"#767f89\"/>";
  auto out = fmt::format(fmt::runtime(rail), drawn.part(1));
  const double share = drawn_share(step);
  if (share > 0)
    out += fmt::format("<path class=\"{}\" d=\"{}\" fill=\"#2f6fd0\"/>",
                       share < 1 ? "part" : "whole", drawn.part(share));
  return out + "\n";
}

// From the top down, as it is drawn, and numbered from the base.
std::string list_of(const Pyramid& pyramid) {
  std::string out = "<ol reversed>\n";
  for (auto step = pyramid.steps.rbegin(); step != pyramid.steps.rend(); ++step) {
    out += "<li><strong>" + html_name(step->label) + "</strong>";
    if (!step->state.empty()) out += ", " + html_name(step->state);
    if (!step->words.empty())
      out += ": <span class=\"faint\">" + html_text(step->words) + "</span>";
    out += "</li>\n";
  }
  return out + "</ol>\n";
}

}  // namespace

std::string html_pyramid(const Pyramid& pyramid, const PictureName& name) {
  const auto steps = pyramid.steps.size();
  if (steps == 0) return {};
  std::string out = "<div class=\"pyramid\">\n";
  out += svg_begin({pyramid_width, slice * static_cast<double>(steps) + 1, "slices", name.id,
                    name.title, name.words});
  for (std::size_t i = 0; i < steps; ++i) out += slice_markup(pyramid.steps[i], Slice(i, steps));
  return out + std::string(svg_end) + list_of(pyramid) + "</div>\n";
}

}  // namespace gradus::report
