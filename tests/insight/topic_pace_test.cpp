#include "gradus/insight/topic_pace.hpp"

#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::insight::topic_pace_test {
namespace {

using curriculum::Difficulty;
using curriculum::TopicId;
using testing::day;

journal::TopicSum sum(const std::string& topic, int problems, int first_tries,
                      std::string_view last_on = "2026-12-01") {
  return {.topic = TopicId(topic),
          .problems = problems,
          .first_tries = first_tries,
          .last_on = day(last_on)};
}

std::vector<TopicPace> paces(const std::vector<journal::TopicSum>& sums,
                             const std::vector<journal::SolvingTime>& times = {},
                             const RecallByTopic& recall = {}) {
  return topic_pace(test::small_curriculum(), sums, times, recall);
}

TopicPace pace(const std::vector<journal::TopicSum>& sums,
               const std::vector<journal::SolvingTime>& times = {},
               const RecallByTopic& recall = {}) {
  return paces(sums, times, recall).at(0);
}

std::vector<std::string> order(const std::vector<TopicPace>& topics) {
  std::vector<std::string> ids;
  ids.reserve(topics.size());
  for (const auto& topic : topics) ids.push_back(topic.topic.text());
  return ids;
}

}  // namespace

TEST_CASE("too few first tries make a topic weak", "[insight]") {
  CHECK(pace({sum("joins", 5, 2)}).weaknesses == std::vector{Weakness::first_try});
  CHECK_FALSE(pace({sum("joins", 5, 3)}).weak());  // 60%
  CHECK_FALSE(pace({sum("joins", 2, 0)}).weak());  // too few to say
  CHECK_FALSE(pace({sum("joins", 0, 0)}).first_try());
}

TEST_CASE("long times for the difficulty make a topic weak", "[insight]") {
  const std::vector<journal::SolvingTime> times{
      {TopicId("ctes"), Difficulty::easy, Minutes{30}, 3},
      {TopicId("joins"), Difficulty::easy, Minutes{20}, 9}};
  const auto topics = paces({sum("joins", 9, 9), sum("ctes", 3, 3)}, times);
  CHECK(topics.at(0).topic == TopicId("ctes"));
  CHECK(topics.at(0).weaknesses == std::vector{Weakness::slow});  // 30 to a median of 20
  CHECK_FALSE(topics.at(1).weak());
}

TEST_CASE("what is hardly recalled is weak", "[insight]") {
  CHECK(pace({sum("joins", 1, 1)}, {}, {{TopicId("joins"), 0.69}}).weaknesses ==
        std::vector{Weakness::fading});
  CHECK_FALSE(pace({sum("joins", 1, 1)}, {}, {{TopicId("joins"), 0.7}}).weak());
}

TEST_CASE("weak topics come first, the longest untouched before", "[insight]") {
  const auto topics = paces({sum("aggregation", 9, 9), sum("ctes", 5, 0, "2026-12-01"),
                             sum("joins", 5, 0, "2026-11-01"), sum("pivots", 5, 0, "2026-12-02")},
                            {}, {{TopicId("pivots"), 0.2}});
  CHECK(order(topics) == std::vector<std::string>{"pivots", "joins", "ctes", "aggregation"});
}

}  // namespace gradus::insight::topic_pace_test
