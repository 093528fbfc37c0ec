#include "gradus/insight/solving_times.hpp"

#include <cmath>

namespace gradus::insight {
namespace {

using curriculum::Difficulty;

// How often each value was seen.
class Spread {
 public:
  void add(double value, int times) {
    seen_[value] += times;
    number_ += times;
  }

  // What a share of the values is below, between two of them in proportion.
  [[nodiscard]] double quantile(double share) const {
    const double place = share * static_cast<double>(number_ - 1);
    const auto below = static_cast<long>(std::floor(place));
    const double lower = nth(below);
    return lower + (nth(below + 1) - lower) * (place - static_cast<double>(below));
  }

  [[nodiscard]] Typical typical() const {
    const auto minutes = [&](double share) {
      return Minutes{static_cast<int>(std::floor(quantile(share) + 0.5))};
    };
    return {minutes(0.25), minutes(0.5), minutes(0.75)};
  }

 private:
  // From 0; past the end, the last.
  [[nodiscard]] double nth(long place) const {
    for (const auto& [value, times] : seen_) {
      if (place < times) return value;
      place -= times;
    }
    return seen_.rbegin()->first;
  }

  std::map<double, int> seen_{};
  long number_ = 0;
};

template <typename Key>
std::map<Key, Typical> typical(const std::map<Key, Spread>& spreads) {
  std::map<Key, Typical> times;
  for (const auto& [key, spread] : spreads) times.emplace(key, spread.typical());
  return times;
}

}  // namespace

Minutes usual_time(Difficulty difficulty) {
  switch (difficulty) {
    case Difficulty::easy:
      return Minutes{15};
    case Difficulty::medium:
      break;
    case Difficulty::hard:
      return Minutes{40};
  }
  return Minutes{25};
}

SolvingTimes solving_times(const std::vector<journal::SolvingTime>& times) {
  std::map<std::pair<curriculum::TopicId, Difficulty>, Spread> by_kind;
  std::map<Difficulty, Spread> by_difficulty;
  std::map<curriculum::TopicId, Spread> by_topic;
  Spread all;
  for (const auto& each : times) {
    const auto minutes = static_cast<double>(each.minutes.count());
    by_kind[{each.topic, each.difficulty}].add(minutes, each.solutions);
    by_difficulty[each.difficulty].add(minutes, each.solutions);
    by_topic[each.topic].add(minutes, each.solutions);
    all.add(minutes, each.solutions);
  }
  SolvingTimes typically{typical(by_kind), typical(by_difficulty), typical(by_topic), {}};
  if (!times.empty()) typically.all = all.typical();
  return typically;
}

std::map<curriculum::TopicId, TimeRatios> time_ratios(
    const std::vector<journal::SolvingTime>& times) {
  const auto own = solving_times(times).by_difficulty;
  struct Sums {
    Spread to_usual;
    Spread to_own;
  };
  std::map<curriculum::TopicId, Sums> topics;
  for (const auto& each : times) {
    auto& sums = topics[each.topic];
    const auto minutes = static_cast<double>(each.minutes.count());
    const auto usual = static_cast<double>(usual_time(each.difficulty).count());
    const auto median = static_cast<double>(own.at(each.difficulty).middle.count());
    sums.to_usual.add(minutes / usual, each.solutions);
    sums.to_own.add(minutes / median, each.solutions);
  }
  std::map<curriculum::TopicId, TimeRatios> ratios;
  for (const auto& [topic, sums] : topics)
    ratios.emplace(topic, TimeRatios{sums.to_usual.quantile(0.25), sums.to_usual.quantile(0.5),
                                     sums.to_usual.quantile(0.75), sums.to_own.quantile(0.5)});
  return ratios;
}

}  // namespace gradus::insight
