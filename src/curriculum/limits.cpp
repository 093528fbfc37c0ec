#include "curriculum/limits.hpp"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

namespace gradus::curriculum {
namespace {

const text::Node::List& items_of(const text::Node& object, std::string_view key) {
  static const text::Node none;
  const text::Node* list = object.find(key);
  return (list == nullptr ? none : *list).items();
}

// Each tier, including the beginners'.
template <class Visit>
void each_written_tier(const text::Node& root, Visit visit) {
  for (const text::Node& tier : items_of(root, "tiers")) visit(tier);
  if (const text::Node* beginner = root.find("beginner")) visit(*beginner);
}

std::optional<text::Finding> too_many_weeks(const text::Node& root) {
  const text::Node* tiers = root.find("tiers");
  if (tiers == nullptr) return std::nullopt;
  std::size_t weeks = 0;
  each_written_tier(root, [&](const text::Node& tier) { weeks += items_of(tier, "weeks").size(); });
  if (weeks <= max_weeks) return std::nullopt;
  return text::Finding{text::Severity::error, tiers->line(), "/tiers",
                       fmt::format("{} weeks; the limit is {}", weeks, max_weeks),
                       "split it into two curricula"};
}

// The rough memory use of a node, in bytes.
std::size_t weight(const text::Node& node) {
  std::size_t sum = sizeof(text::Node) + node.text().size();
  for (const text::Node& item : node.items()) sum += weight(item);
  for (const auto& [key, value] : node.members()) sum += key.size() + weight(value);
  return sum;
}

using Weights = std::unordered_map<std::string_view, std::size_t>;

Weights weights_of_weeks(const text::Node& root) {
  Weights weights;
  each_written_tier(root, [&](const text::Node& tier) {
    for (const text::Node& week : items_of(tier, "weeks"))
      if (const text::Node* id = week.find("id")) weights.emplace(id->text(), weight(week));
  });
  return weights;
}

std::size_t patched(const text::Node& stack, const Weights& weights) {
  const text::Node* weeks = stack.find("weeks");
  if (weeks == nullptr) return 0;
  std::size_t sum = 0;
  for (const auto& [id, patch] : weeks->members()) {
    const auto week = weights.find(id);
    if (week != weights.end()) sum += week->second;
  }
  return sum;
}

// Each patch makes a whole week of its own, so a small file can expand into a huge curriculum.
std::optional<text::Finding> too_much_patched(const text::Node& root) {
  const text::Node* stacks = root.find("stacks");
  if (stacks == nullptr) return std::nullopt;
  const Weights weights = weights_of_weeks(root);
  std::size_t sum = 0;
  for (const text::Node& stack : stacks->items()) sum += patched(stack, weights);
  if (sum <= max_patched_bytes) return std::nullopt;
  return text::Finding{text::Severity::error, stacks->line(), "/stacks",
                       fmt::format("the weeks that stacks change exceed the limit of {} MiB",
                                   max_patched_bytes >> 20U),
                       "split it into two curricula, or change fewer weeks"};
}

}  // namespace

std::optional<text::Finding> past_a_limit(const text::Node& root) {
  if (auto finding = too_many_weeks(root)) return finding;
  return too_much_patched(root);
}

}  // namespace gradus::curriculum
