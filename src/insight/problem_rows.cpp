#include "gradus/insight/problem_rows.hpp"

#include <algorithm>
#include <cstddef>

namespace gradus::insight {
namespace {

using curriculum::Difficulty;
using curriculum::ProblemTarget;

void fill(const ProblemTarget& row, int& filled, Difficulty difficulty, Solved& solved) {
  const auto found = solved.find({row.topic, difficulty});
  if (found == solved.end()) return;
  const int taken = std::min(row.count - filled, found->second);
  filled += taken;
  found->second -= taken;
}

}  // namespace

std::vector<int> fill_rows(const std::vector<ProblemTarget>& rows, Solved& solved) {
  std::vector<int> filled(rows.size());
  const auto each = [&](auto&& fill_row) {
    for (const bool top_up : {false, true})
      for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].top_up == top_up) fill_row(rows[i], filled[i]);
  };
  each([&](const ProblemTarget& row, int& count) { fill(row, count, row.difficulty, solved); });
  each([&](const ProblemTarget& row, int& count) {
    for (const auto harder : curriculum::difficulties)
      if (harder > row.difficulty) fill(row, count, harder, solved);
  });
  return filled;
}

}  // namespace gradus::insight
