#pragma once

#include "gradus/report/chart.hpp"

#include <cstddef>
#include <vector>

namespace gradus::report {

// An amount as it is drawn: none for a kind without one, and for what is no finite number above 0.
[[nodiscard]] double amount_of(const std::vector<double>& amounts, std::size_t kind);
// What lies below that kind.
[[nodiscard]] double sum_below(const std::vector<double>& amounts, std::size_t kind);
// Of the longest row; 0 if nothing is drawn.
[[nodiscard]] double greatest_sum(const StackedBars& bars);

}  // namespace gradus::report
