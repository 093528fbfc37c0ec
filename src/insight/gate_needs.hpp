#pragma once

#include "gradus/insight/gate_forecast.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// What a part of a gate waits for. A part with parts of its own needs some of them.
struct GateNeed {
  Waits waits = Waits::one_off;
  double missing = 0;              // of what grows
  std::optional<double> recent{};  // its growth since the explanation's `pace_from`
  std::vector<double> gains{};     // and in each of the explanation's spans
  std::string unit{};              // of both
  std::optional<double> days{};    // of a run: those to come
  std::size_t needed = 0;          // how many of the parts
  std::vector<GateNeed> parts{};
};

[[nodiscard]] GateNeed need_of(const rules::Explanation& explained, calendar::Date today);

}  // namespace gradus::insight
