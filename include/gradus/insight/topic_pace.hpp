#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/insight/solving_times.hpp"
#include "gradus/insight/track.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::insight {

// Why a topic is weak.
enum class Weakness {
  first_try,  // too few of its problems were solved at the first try, without help
  slow,       // they take long, for their difficulty
  fading,     // little of it would be recalled today
};
inline constexpr auto weaknesses = named<Weakness>(
    {{Weakness::first_try, "first-try"}, {Weakness::slow, "slow"}, {Weakness::fading, "fading"}});
[[nodiscard]] constexpr std::string_view name(Weakness weakness) {
  return weaknesses.name(weakness);
}

// The bounds are ours: below six first tries in ten, half as long again as the learner's own
// medians of the same difficulties, and a mean recall under 0.7. The first two need three problems,
// or one bad evening would make a topic weak.
inline constexpr double least_first_try = 0.6;
inline constexpr double most_slow = 1.5;
inline constexpr double least_recall = 0.7;
inline constexpr int least_problems = 3;

// What was done on a topic, and how it went.
struct TopicPace {
  curriculum::TopicId topic;
  std::string title;
  Minutes minutes;                     // of study sessions
  Minutes problem_minutes;             // of solutions
  int problems;                        // different ones
  int first_tries;                     // of those: solved at the first attempt, without help
  std::optional<Typical> time{};       // of a solution
  std::optional<TimeRatios> ratios{};  // see time_ratios
  calendar::Date last_on;              // the newest session or solution
  std::optional<double> recall{};      // mean over what review keeps of it
  std::vector<Weakness> weaknesses{};

  // The share of problems solved at the first try; nullopt without problems.
  [[nodiscard]] std::optional<double> first_try() const;
  [[nodiscard]] bool weak() const { return !weaknesses.empty(); }
};

// How much of each topic would be recalled, on average; 0 to 1.
using RecallByTopic = std::map<curriculum::TopicId, double>;

// The topics with study or problems: weak ones first, those with most weaknesses and longest not
// touched before the others; the rest by their time, most first.
[[nodiscard]] std::vector<TopicPace> topic_pace(const curriculum::Curriculum& curriculum,
                                                const std::vector<journal::TopicSum>& sums,
                                                const std::vector<journal::SolvingTime>& times,
                                                const RecallByTopic& recall);

}  // namespace gradus::insight
