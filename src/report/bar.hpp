#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gradus::report {

struct BarSigns {
  std::string_view full;
  std::string_view empty;
};

// A share of 1 as `cells` signs. Only nothing is drawn as empty and only all of it as full.
[[nodiscard]] std::string draw_bar(double share, std::size_t cells, const BarSigns& signs);

}  // namespace gradus::report
