#include "report/bar.hpp"

#include <algorithm>
#include <cmath>

namespace gradus::report {
namespace {

std::size_t full_cells(double share, std::size_t cells) {
  if (!(share > 0)) return 0;  // NaN counts as nothing
  if (share >= 1) return cells;
  const auto rounded = static_cast<std::size_t>(std::lround(share * static_cast<double>(cells)));
  return std::clamp<std::size_t>(rounded, 1, cells - 1);
}

}  // namespace

std::string draw_bar(double share, std::size_t cells, const BarSigns& drawn) {
  const auto full = full_cells(share, cells);
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) bar += i < full ? drawn.full : drawn.empty;
  return bar;
}

}  // namespace gradus::report
