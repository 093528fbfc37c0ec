#include "gradus/decisions/answer.hpp"

#include "decisions/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

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

// The nearest other answer to an input with which the first output is as wanted.
template <class IsWanted>
std::optional<Change> change_of(const Table& table, const Values& given, const Input& input,
                                const Sampler& sampler, IsWanted is_wanted) {
  const auto have = given.find(input.id);
  if (have == given.end()) return std::nullopt;
  for (auto& other : others(input, have->second, sampler)) {
    auto changed = given;
    changed.insert_or_assign(input.id, other);
    auto then = decide(table, changed);
    if (then.decided && !then.result.empty() && is_wanted(then.result.front()))
      return Change{input.id, std::move(other), std::move(then.result)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Change> what_would_change(const Table& table, const Values& given) {
  std::vector<Change> changes;
  const auto now = decide(table, given);
  if (!now.decided || table.for_each || now.result.empty()) return changes;
  const Sampler sampler(table, 0);
  for (const auto& input : table.inputs) {
    auto change = change_of(table, given, input, sampler,
                            [&](const auto& first) { return first != now.result.front(); });
    if (change) changes.push_back(std::move(*change));
  }
  return changes;
}

std::optional<Change> what_would_give(const Table& table, const Values& given,
                                      const std::optional<Value>& wanted) {
  if (table.for_each) return std::nullopt;
  const Sampler sampler(table, 0);
  for (const auto& input : table.inputs)
    if (auto change = change_of(table, given, input, sampler,
                                [&](const auto& first) { return first.second == wanted; }))
      return change;
  return std::nullopt;
}

}  // namespace gradus::decisions
