#pragma once

#include "gradus/recall/queue.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace gradus::recall {

// One thing to review, and what a review takes.
struct Card {
  State state;
  Minutes minutes;
};

// How probable it is to recall the card on a target day: as it is, and if it is reviewed on a day
// before that. Recalled in the review, as probable as that is, it counts as graded good, and
// otherwise again.
[[nodiscard]] double expected_recall(const State& state, Date target);
[[nodiscard]] double expected_recall(const State& state, Date reviewed, Date target);

// What a review on a day is worth: by how much the expected recall on the target day grows for each
// minute that it takes.
[[nodiscard]] double gain_per_minute(const Card& card, Date reviewed, Date target);

// Ways to choose what is reviewed on the days before a target day, an interview or an exam.
enum class Order {
  plain,   // what is due, the highest recall first
  target,  // anything, the largest gain on the target day for its minutes first
};

// The days up to the one before a target day, with no card more than three times, and none twice a
// day. `today`: indices of the cards for today, in order. `gain`: by how much the expected recall
// on the target day grows, over all cards together. `left`: what is left of today's room, where
// something of it is used up.
struct Course {
  std::vector<std::size_t> today;
  double gain = 0;
};
[[nodiscard]] Course course(std::span<const Card> cards, Date today, Date target, const Room& room,
                            const Retention& retention, Order order,
                            const std::optional<Room>& left = std::nullopt);
// The better of the two orders: that by gain, but for odd decks in which long cards waste its days.
[[nodiscard]] Course best_course(std::span<const Card> cards, Date today, Date target,
                                 const Room& room, const Retention& retention,
                                 const std::optional<Room>& left = std::nullopt);

}  // namespace gradus::recall
