#pragma once

#include "lint/curriculum_index.hpp"

#include <array>
#include <map>
#include <string_view>
#include <unordered_map>

namespace gradus::lint {

// How many problems a set of rows asks for, by topic and difficulty.
class Rows {
 public:
  void add(const ProblemTarget& row);
  void add(const Rows& rows);
  [[nodiscard]] bool empty() const { return topics_.empty(); }
  // How many pass the filters on topic and difficulty; other filters are ignored, so this is an
  // upper bound on what can match.
  [[nodiscard]] long count(const Query& query) const;

 private:
  using ByDifficulty = std::array<long, difficulties.size()>;
  std::unordered_map<std::string_view, ByDifficulty> topics_;
  ByDifficulty all_{};
};

// What the weeks of one tier, or of several together, ask for.
struct Targets {
  Rows problems;
  Rows placed;  // while compressed below half
  WeekMinutes minutes;
  long weeks = 0;

  void add(const Targets& targets);
};

[[nodiscard]] Targets targets_of(const Tier& tier);

}  // namespace gradus::lint
