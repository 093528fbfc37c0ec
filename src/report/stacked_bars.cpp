#include "report/stacked_bars.hpp"

#include <algorithm>

namespace gradus::report {

double amount_of(const std::vector<double>& amounts, std::size_t kind) {
  constexpr double greatest = 1e300;  // so that no sum is infinite
  if (kind >= amounts.size() || !(amounts[kind] > 0)) return 0;
  return std::min(amounts[kind], greatest);
}

double sum_below(const std::vector<double>& amounts, std::size_t kind) {
  double sum = 0;
  for (std::size_t i = 0; i < kind; ++i) sum += amount_of(amounts, i);
  return sum;
}

double greatest_sum(const StackedBars& bars) {
  double greatest = 0;
  for (const auto& row : bars.rows)
    greatest = std::max(greatest, sum_below(row.amounts, bars.kinds.size()));
  return greatest;
}

}  // namespace gradus::report
