#include "report/text_bars.hpp"

#include "gradus/report/writers.hpp"

#include "report/bar.hpp"

#include <algorithm>

namespace gradus::report {
namespace {

constexpr std::size_t usual_cells = 20;
constexpr std::size_t least_cells = 6;
constexpr std::size_t words_beside_parts = 24;  // which are long, and may wrap there
constexpr std::size_t bar_gap = 2;              // columns
constexpr std::size_t least_below = 20;         // columns, of words that stand below their bar

struct Widest {
  std::size_t label = 0;
  std::size_t words = 0;
  std::size_t bar = least_cells;  // at least; each part of a bar needs a sign
  double amount = 0;
};

Widest widest(const BarList& list) {
  Widest most;
  for (const auto& bar : list.bars) {
    const auto words = display_width(visible(bar.words));
    most.label = std::max(most.label, display_width(visible(bar.label)));
    most.words =
        std::max(most.words, bar.parts.empty() ? words : std::min(words, words_beside_parts));
    most.bar = std::max(most.bar, bar.parts.size());
    most.amount = std::max({most.amount, bar.done, bar.whole});
  }
  return most;
}

}  // namespace

BarLayout bar_layout(const BarList& list, std::optional<std::size_t> room) {
  const auto most = widest(list);
  const auto labels = most.label + bar_gap;
  const auto words = bar_gap + most.words;
  BarLayout layout{.start = labels, .cells = usual_cells, .greatest = most.amount};
  if (!room || labels + most.bar + words <= *room) {
    if (room) layout.cells = std::min(*room - labels - words, usual_cells);
    return layout;
  }
  layout.labels_above = labels + most.bar > *room;
  if (layout.labels_above) layout.start = bar_gap;
  layout.words_below = !layout.labels_above || layout.start + most.bar + words > *room;
  const auto taken = layout.start + (layout.words_below ? 0 : words);
  layout.cells = std::min(*room > taken ? *room - taken : 1, usual_cells);
  layout.words_start = *room >= layout.start + least_below ? layout.start : bar_gap;
  return layout;
}

std::string text_bar(const Bar& bar, const BarList& list, const BarLayout& layout) {
  if (!bar.parts.empty()) return draw_parts(bar.parts, layout.cells);
  if (list.scale == Bars::one_scale)
    return draw_on_scale({bar.done, bar.whole}, layout.greatest, layout.cells);
  return draw_bar(bar.share(), layout.cells, {"█", "░"});
}

}  // namespace gradus::report
