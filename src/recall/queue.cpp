#include "gradus/recall/queue.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
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

std::vector<std::size_t> first_indices(std::size_t count) {
  std::vector<std::size_t> indices(count);
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
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

std::vector<std::size_t> by_urgency(std::span<const Urgency> things) {
  auto order = first_indices(things.size());
  std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) {
    const auto percent = std::round(things[one].recall * 100);
    const auto others = std::round(things[other].recall * 100);
    return percent != others ? percent > others : things[one].weak && !things[other].weak;
  });
  return order;
}

std::vector<std::vector<std::size_t>> packed(std::span<const Minutes> reviews, const Room& room) {
  std::vector<std::vector<std::size_t>> days;
  auto waiting = first_indices(reviews.size());
  std::vector<Minutes> left(reviews.begin(), reviews.end());
  while (!waiting.empty()) {
    auto day = fitting(left, room);
    // From the last on, so that those before keep their places.
    for (auto place = day.rbegin(); place != day.rend(); ++place) {
      const auto at = static_cast<std::ptrdiff_t>(*place);
      *place = waiting[*place];
      waiting.erase(waiting.begin() + at);
      left.erase(left.begin() + at);
    }
    days.push_back(std::move(day));
  }
  return days;
}

}  // namespace gradus::recall
