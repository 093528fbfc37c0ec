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

// How pressing the review of one thing is.
struct Urgency {
  double recall;  // the probability of it, 0 to 1
  bool weak;      // it is on a topic that goes badly
};
// The things in the order to review them, as indices: the highest recall first, as a list shows it,
// in whole percent; of the same percent what is weak first; otherwise as they were given.
[[nodiscard]] std::vector<std::size_t> by_urgency(std::span<const Urgency> things);

// Which of the reviews, in their order, fit into the day: what is too long for what is left of it
// is passed over. At least the first, if there is any.
[[nodiscard]] std::vector<std::size_t> fitting(std::span<const Minutes> reviews, const Room& room);

// The days that the reviews take, each with the indices of its own, when each day takes what fits
// of those that the days before it left. What is longer than a whole day has one to itself.
[[nodiscard]] std::vector<std::vector<std::size_t>> packed(std::span<const Minutes> reviews,
                                                           const Room& room);

}  // namespace gradus::recall
