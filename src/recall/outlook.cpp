#include "gradus/recall/outlook.hpp"

#include <algorithm>
#include <utility>

namespace gradus::recall {
namespace {

// What may have become of a card by a day, and how probable that is: each review it may have had
// was recalled or not.
struct Branch {
  double probability;
  State state;
};
using Branches = std::vector<Branch>;

constexpr std::size_t most_branches = 8;  // after three reviews

// What a card is worth on a day, and its index.
using Ranked = std::vector<std::pair<double, std::size_t>>;

Branches reviewed_on(Date day, const Branches& before) {
  Branches after;
  after.reserve(2 * before.size());
  for (const auto& [probability, state] : before) {
    const double recall = retrievability(state, day);
    after.push_back({probability * recall, next_state(state, {day, Grade::good})});
    after.push_back({probability * (1 - recall), next_state(state, {day, Grade::again})});
  }
  return after;
}

double recall_on(Date day, const Branches& branches) {
  double sum = 0;
  for (const auto& [probability, state] : branches) sum += probability * retrievability(state, day);
  return sum;
}

double per_minute(double gain, Minutes minutes) {
  return gain / static_cast<double>(std::max(minutes, Minutes{1}).count());
}

class Simulation {
 public:
  Simulation(std::span<const Card> cards, Date target, const Retention& retention, Order order)
      : cards_(cards), target_(target), retention_(retention), order_(order) {
    branches_.reserve(cards.size());
    for (const auto& card : cards) branches_.push_back({{1, card.state}});
  }

  // The cards that the day has room for, which are then reviewed.
  std::vector<std::size_t> review(Date day, const Room& room) {
    const auto ranking = ranked(day);
    std::vector<Minutes> minutes;
    minutes.reserve(ranking.size());
    for (const auto& [worth, card] : ranking) minutes.push_back(cards_[card].minutes);
    auto chosen = fitting(minutes, room);
    for (auto& each : chosen) {
      each = ranking[each].second;
      branches_[each] = reviewed_on(day, branches_[each]);
    }
    return chosen;
  }

  [[nodiscard]] double gain() const {
    double sum = 0;
    for (std::size_t i = 0; i < cards_.size(); ++i)
      sum += recall_on(target_, branches_[i]) - retrievability(cards_[i].state, target_);
    return sum;
  }

 private:
  // What may be reviewed on the day, the best first.
  [[nodiscard]] Ranked ranked(Date day) const {
    Ranked ranking;
    ranking.reserve(cards_.size());
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      const auto& branches = branches_[i];
      if (branches.size() == most_branches || branches.front().state.last >= day) continue;
      if (const auto worth = order_ == Order::target ? gain_of(i, day) : plain_worth(branches, day);
          worth > 0)
        ranking.emplace_back(worth, i);
    }
    std::ranges::stable_sort(ranking, std::ranges::greater{}, &Ranked::value_type::first);
    return ranking;
  }

  [[nodiscard]] double gain_of(std::size_t card, Date day) const {
    const auto& branches = branches_[card];
    const double after = recall_on(target_, reviewed_on(day, branches));
    return per_minute(after - recall_on(target_, branches), cards_[card].minutes);
  }

  // Its recall if it is due, as it most probably is.
  [[nodiscard]] double plain_worth(const Branches& branches, Date day) const {
    const auto& likely = *std::ranges::max_element(branches, {}, &Branch::probability);
    return due(likely.state, retention_) <= day ? recall_on(day, branches) : 0;
  }

  std::span<const Card> cards_;
  Date target_;
  const Retention& retention_;
  Order order_;
  std::vector<Branches> branches_{};
};

}  // namespace

double expected_recall(const State& state, Date target) {
  return retrievability(state, target);
}

double expected_recall(const State& state, Date reviewed, Date target) {
  return recall_on(target, reviewed_on(reviewed, {{1, state}}));
}

double gain_per_minute(const Card& card, Date reviewed, Date target) {
  return per_minute(
      expected_recall(card.state, reviewed, target) - expected_recall(card.state, target),
      card.minutes);
}

Course course(std::span<const Card> cards, Date today, Date target, const Room& room,
              const Retention& retention, Order order, const std::optional<Room>& left) {
  Simulation simulation(cards, target, retention, order);
  Course result{.today = simulation.review(today, left.value_or(room))};
  for (auto day = today; day + Days{1} < target;) {
    day = day + Days{1};
    (void)simulation.review(day, room);
  }
  result.gain = simulation.gain();
  return result;
}

Course best_course(std::span<const Card> cards, Date today, Date target, const Room& room,
                   const Retention& retention, const std::optional<Room>& left) {
  auto by_gain = course(cards, today, target, room, retention, Order::target, left);
  auto plain = course(cards, today, target, room, retention, Order::plain, left);
  return plain.gain > by_gain.gain ? plain : by_gain;
}

}  // namespace gradus::recall
