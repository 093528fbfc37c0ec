#include "report/bar.hpp"

#include "report/text_drawings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gradus::report {
namespace {

std::size_t full_cells(double share, std::size_t cells) {
  if (!(share > 0)) return 0;  // NaN counts as nothing
  if (share >= 1) return cells;
  const auto rounded = static_cast<std::size_t>(std::lround(share * static_cast<double>(cells)));
  return std::clamp<std::size_t>(rounded, 1, cells - 1);
}

std::string_view sign_of(double share) {
  constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (!(share > 0)) return "·";  // NaN counts as nothing
  const auto steps = std::ceil(std::min(share, 1.0) * static_cast<double>(heights.size()));
  return heights.at(static_cast<std::size_t>(steps) - 1);
}

}  // namespace

std::string draw_bar(double share, std::size_t cells, const BarSigns& drawn) {
  const auto full = full_cells(share, cells);
  std::string bar;
  for (std::size_t i = 0; i < cells; ++i) bar += i < full ? drawn.full : drawn.empty;
  return bar;
}

std::string draw_on_scale(const BarAmounts& amounts, double greatest, std::size_t cells) {
  if (!(greatest > 0)) return {};
  const auto cells_of = [&](double amount) { return full_cells(amount / greatest, cells); };
  const auto done = cells_of(amounts.done);
  const auto whole = cells_of(amounts.whole);
  // Only what is all done looks so.
  if (amounts.done < amounts.whole && done >= whole && done > 0)
    return repeated("█", whole - 1) + "░";
  if (amounts.done > amounts.whole && done <= whole && done > 0)
    return repeated("█", done - 1) + "▒";
  const auto both = std::min(done, whole);
  return repeated("█", both) + repeated("░", whole - both) + repeated("▒", done - both);
}

std::string draw_parts(const std::vector<double>& shares, std::size_t cells) {
  if (shares.empty() || shares.size() > cells) return {};
  const auto each = (cells + 1) / shares.size();
  const auto signs = std::max<std::size_t>(each - 1, 1);
  std::string drawn;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i > 0 && each > 1) drawn += ' ';
    drawn += repeated(sign_of(shares[i]), signs);
  }
  return drawn;
}

}  // namespace gradus::report
