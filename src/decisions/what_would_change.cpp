#include "gradus/decisions/answer.hpp"

#include "decisions/sampler.hpp"

#include <algorithm>
#include <cmath>

namespace gradus::decisions {
namespace {

// Other answers to try for an input, the nearest first.
std::vector<Value> others(const Input& input, const Value& have, const Sampler& sampler) {
  std::vector<Value> values;
  if (const auto* flag = std::get_if<bool>(&have)) return {Value(!*flag)};
  if (const auto* word = std::get_if<std::string>(&have)) {
    for (const auto& option : input.of)
      if (option != *word) values.emplace_back(option);
    return values;
  }
  const auto* number = std::get_if<double>(&have);
  if (!number) return values;
  auto near = sampler.beside_thresholds(input);
  std::ranges::stable_sort(near, {}, [&](double each) { return std::abs(each - *number); });
  values.assign(near.begin(), near.end());
  return values;
}

}  // namespace

std::vector<Change> what_would_change(const Table& table, const Values& given) {
  std::vector<Change> changes;
  const auto now = decide(table, given);
  if (!now.decided || table.for_each || now.result.empty()) return changes;
  const Sampler sampler(table, 0);
  for (const auto& input : table.inputs) {
    const auto have = given.find(input.id);
    if (have == given.end()) continue;
    for (auto& other : others(input, have->second, sampler)) {
      auto changed = given;
      changed.insert_or_assign(input.id, other);
      const auto then = decide(table, changed);
      if (!then.decided || then.result.empty() || then.result.front() == now.result.front())
        continue;
      changes.push_back({input.id, std::move(other), then.result});
      break;
    }
  }
  return changes;
}

}  // namespace gradus::decisions
