#pragma once

#include "gradus/calendar/draw.hpp"
#include "gradus/decisions/table.hpp"

#include <map>
#include <optional>
#include <vector>

namespace gradus::decisions {

// Draws inputs for a table: the thresholds of its rows and what lies next to them most of all.
class Sampler {
 public:
  Sampler(const Table& table, std::uint64_t seed);

  // nullopt for a table with a list, which nothing can be drawn for.
  [[nodiscard]] std::optional<Values> any();
  // Likewise, but meeting what the row's conditions ask of inputs, as far as they agree.
  [[nodiscard]] std::optional<Values> towards(const Row& row);
  // Each threshold of an input, and the numbers next to it, within its range.
  [[nodiscard]] std::vector<double> beside_thresholds(const Input& input) const;

 private:
  [[nodiscard]] std::optional<Value> draw(const Input& input);
  [[nodiscard]] double draw_number(const Input& input);
  void meet(const rules::Condition& condition, Values& values);
  void meet(const rules::OnFact& on, const Input& input, Values& values);
  [[nodiscard]] double within(const rules::Within& bounds, const Input& input);

  template <class List>
  const auto& pick(const List& list) {
    return list[draw_.below(list.size())];
  }

  const Table& table_;
  Draw draw_;
  std::map<std::string, std::vector<double>, std::less<>> thresholds_;
};

}  // namespace gradus::decisions
