#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/summary.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace gradus::insight {

using calendar::Minutes;

// How long problems of one sort take: half of them from `low` to `high`, half less than `middle`.
struct Typical {
  Minutes low;     // the first quartile
  Minutes middle;  // the median; of an even number, the mean of the two in the middle
  Minutes high;    // the third quartile

  [[nodiscard]] friend bool operator==(const Typical&, const Typical&) = default;
};

// How long problems take the learner, where there are any. Whole minutes, halves rounded up.
struct SolvingTimes {
  std::map<std::pair<curriculum::TopicId, curriculum::Difficulty>, Typical> by_kind{};
  std::map<curriculum::Difficulty, Typical> by_difficulty{};
  std::map<curriculum::TopicId, Typical> by_topic{};
  std::optional<Typical> all{};
};
[[nodiscard]] SolvingTimes solving_times(const std::vector<journal::SolvingTime>& times);

// How long a problem takes somebody about whom nothing is known: 15, 25 and 40 minutes.
[[nodiscard]] Minutes usual_time(curriculum::Difficulty difficulty);

// How a learner's times on a topic compare, 1 being the same: with the usual ones, of half of the
// solutions from `low` to `high`, and with the learner's own medians of the same difficulties: half
// of the solutions took less than `to_own` times as long.
struct TimeRatios {
  double low;
  double middle;
  double high;
  double to_own;
};
// By topic, for those with a solution.
[[nodiscard]] std::map<curriculum::TopicId, TimeRatios> time_ratios(
    const std::vector<journal::SolvingTime>& times);

}  // namespace gradus::insight
