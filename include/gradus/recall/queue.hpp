#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/recall/memory.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace gradus::recall {

using calendar::Minutes;

// What a day has room for.
struct Room {
  Minutes minutes;
  int items = 20;  // a cap, however short they are
};

// Things in the same state.
struct Alike {
  State state;
  int items;
  Minutes minutes;  // that a review of all of them takes
};

// Below this probability of recall something is as good as forgotten: it is to be learnt again, and
// is kept apart from what a review still saves. The figure is a guess.
inline constexpr double nearly_lost = 0.5;

// What is due on a day, as indices, the highest recall first: after a pause that saves the most.
// What was reviewed on that day is not due.
struct Backlog {
  std::vector<std::size_t> due;
  std::vector<std::size_t> apart;  // nearly lost
};
[[nodiscard]] Backlog backlog(std::span<const Alike> groups, Date today,
                              const Retention& retention);

// Which of the reviews, in their order, fit into the day: what is too long for what is left of it
// is passed over. At least the first, if there is any.
[[nodiscard]] std::vector<std::size_t> fitting(std::span<const Minutes> reviews, const Room& room);

// How many days like that so much work takes.
[[nodiscard]] int days_for(int items, Minutes minutes, const Room& room);

}  // namespace gradus::recall
