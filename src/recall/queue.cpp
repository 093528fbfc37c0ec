#include "gradus/recall/queue.hpp"

#include <algorithm>
#include <utility>

namespace gradus::recall {
namespace {

std::vector<std::size_t> highest_first(std::vector<std::pair<double, std::size_t>> found) {
  std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<double, std::size_t>::first);
  std::vector<std::size_t> order;
  order.reserve(found.size());
  for (const auto& [recall, index] : found) order.push_back(index);
  return order;
}

int ceiling(int whole, int part) {
  return (whole + part - 1) / part;
}

}  // namespace

Backlog backlog(std::span<const Alike> groups, Date today, const Retention& retention) {
  std::vector<std::pair<double, std::size_t>> due_groups;
  std::vector<std::pair<double, std::size_t>> lost;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto& state = groups[i].state;
    if (groups[i].items == 0 || state.last >= today || due(state, retention) > today) continue;
    const double recall = retrievability(state, today);
    (recall < nearly_lost ? lost : due_groups).emplace_back(recall, i);
  }
  return {highest_first(std::move(due_groups)), highest_first(std::move(lost))};
}

std::vector<std::size_t> fitting(std::span<const Minutes> reviews, const Room& room) {
  std::vector<std::size_t> chosen;
  auto left = room.minutes;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (static_cast<int>(chosen.size()) >= room.items) break;
    if (reviews[i] > left) continue;
    left -= reviews[i];
    chosen.push_back(i);
  }
  if (chosen.empty() && !reviews.empty()) chosen.push_back(0);
  return chosen;
}

int days_for(int items, Minutes minutes, const Room& room) {
  const int by_minutes = ceiling(static_cast<int>(minutes.count()),
                                 std::max(static_cast<int>(room.minutes.count()), 1));
  return std::max(by_minutes, ceiling(items, std::max(room.items, 1)));
}

}  // namespace gradus::recall
