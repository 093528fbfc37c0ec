#include "gradus/insight/topic_pace.hpp"

#include <algorithm>
#include <tuple>

namespace gradus::insight {
namespace {

template <typename Map>
auto find(const Map& map, const typename Map::key_type& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Weakness> weaknesses_of(const TopicPace& topic) {
  std::vector<Weakness> signs;
  const bool enough = topic.problems >= least_problems;
  if (enough && *topic.first_try() < least_first_try) signs.push_back(Weakness::first_try);
  if (enough && topic.ratios && topic.ratios->to_own >= most_slow) signs.push_back(Weakness::slow);
  if (topic.recall && *topic.recall < least_recall) signs.push_back(Weakness::fading);
  return signs;
}

bool comes_first(const TopicPace& a, const TopicPace& b) {
  const auto weaker = [](const TopicPace& topic) { return topic.weaknesses.size(); };
  if (weaker(a) != weaker(b)) return weaker(a) > weaker(b);
  if (a.weak()) return std::tie(a.last_on, a.topic) < std::tie(b.last_on, b.topic);
  const auto time = [](const TopicPace& topic) { return topic.minutes + topic.problem_minutes; };
  return time(a) != time(b) ? time(a) > time(b) : a.topic < b.topic;
}

}  // namespace

std::optional<double> TopicPace::first_try() const {
  if (problems == 0) return std::nullopt;
  return static_cast<double>(first_tries) / problems;
}

std::vector<TopicPace> topic_pace(const curriculum::Curriculum& curriculum,
                                  const std::vector<journal::TopicSum>& sums,
                                  const std::vector<journal::SolvingTime>& times,
                                  const RecallByTopic& recall) {
  const auto typical = solving_times(times).by_topic;
  const auto ratios = time_ratios(times);
  std::vector<TopicPace> topics;
  topics.reserve(sums.size());
  for (const auto& sum : sums) {
    topics.push_back({.topic = sum.topic,
                      .title = curriculum::topic_title(curriculum, sum.topic),
                      .minutes = sum.minutes,
                      .problem_minutes = sum.problem_minutes,
                      .problems = sum.problems,
                      .first_tries = sum.first_tries,
                      .time = find(typical, sum.topic),
                      .ratios = find(ratios, sum.topic),
                      .last_on = sum.last_on,
                      .recall = find(recall, sum.topic)});
    topics.back().weaknesses = weaknesses_of(topics.back());
  }
  std::ranges::sort(topics, comes_first);
  return topics;
}

}  // namespace gradus::insight
