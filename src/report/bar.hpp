#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::report {

struct BarSigns {
  std::string_view full;
  std::string_view empty;
};

// A share, 0 to 1, as `cells` signs. Only 0 is drawn as empty, and only 1 as full.
[[nodiscard]] std::string draw_bar(double share, std::size_t cells, const BarSigns& drawn);

// What is done, what of the whole is not, and what goes beyond it, where `cells` signs are
// `greatest`. Shorter bars are shorter texts.
struct BarAmounts {
  double done;
  double whole;
};
[[nodiscard]] std::string draw_on_scale(const BarAmounts& amounts, double greatest,
                                        std::size_t cells);

// A sign of some height for each share, 0 to 1, with gaps where there is room for them; empty where
// there is no room for all. Only 0 has the lowest sign.
[[nodiscard]] std::string draw_parts(const std::vector<double>& shares, std::size_t cells);

}  // namespace gradus::report
