#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {

struct BarSigns {
  std::string_view full;
  std::string_view empty;
};

// A share, 0 to 1, as `cells` signs. Only 0 is drawn as empty, and only 1 as full.
[[nodiscard]] std::string draw_bar(double share, std::size_t cells, const BarSigns& drawn);

}  // namespace gradus::report
