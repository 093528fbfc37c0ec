#include "gradus/insight/solving_times.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace gradus::insight::solving_times_test {
namespace {

using curriculum::Difficulty;
using curriculum::TopicId;

journal::SolvingTime time(const std::string& topic, Difficulty difficulty, int minutes,
                          int solutions = 1) {
  return {TopicId(topic), difficulty, Minutes{minutes}, solutions};
}

Typical all_of(const std::vector<int>& minutes) {
  std::vector<journal::SolvingTime> times;
  times.reserve(minutes.size());
  for (const int each : minutes) times.push_back(time("joins", Difficulty::easy, each));
  return solving_times(times).all.value();
}

}  // namespace

TEST_CASE("the middle of the times is their median", "[insight]") {
  CHECK(all_of({7}) == Typical{Minutes{7}, Minutes{7}, Minutes{7}});
  CHECK(all_of({30, 10, 20}).middle == Minutes{20});
  CHECK(all_of({10, 20}).middle == Minutes{15});
  CHECK(all_of({10, 11}).middle == Minutes{11});  // halves are rounded up
  const auto quartiles = all_of({10, 20, 30, 40, 50});
  CHECK(quartiles == Typical{Minutes{20}, Minutes{30}, Minutes{40}});
}

TEST_CASE("times are told apart by topic and difficulty", "[insight]") {
  const auto times =
      solving_times({time("joins", Difficulty::easy, 10, 3), time("joins", Difficulty::hard, 40),
                     time("ctes", Difficulty::easy, 20, 4)});
  CHECK(times.by_kind.at({TopicId("joins"), Difficulty::easy}).middle == Minutes{10});
  CHECK(times.by_kind.at({TopicId("joins"), Difficulty::hard}).middle == Minutes{40});
  CHECK(times.by_difficulty.at(Difficulty::easy).middle == Minutes{20});
  CHECK(times.by_topic.at(TopicId("joins")).middle == Minutes{10});
  CHECK(times.all->middle == Minutes{20});
  CHECK_FALSE(solving_times({}).all);
}

TEST_CASE("a topic's ratio compares with the usual times and the learner's own", "[insight]") {
  const auto ratios =
      time_ratios({time("joins", Difficulty::easy, 30, 2), time("ctes", Difficulty::easy, 15, 2),
                   time("ctes", Difficulty::hard, 40)});
  const auto& joins = ratios.at(TopicId("joins"));
  CHECK(joins.middle == Approx(2.0));  // usual: 15 minutes
  CHECK(joins.low == Approx(2.0));
  CHECK(joins.to_own == Approx(30.0 / 23.0));  // the median of 15, 15, 30, 30, rounded
  // One long evening on the only topic makes it no slower than itself.
  const auto alone =
      time_ratios({time("joins", Difficulty::easy, 5, 4), time("joins", Difficulty::easy, 95)});
  CHECK(alone.at(TopicId("joins")).to_own == Approx(1.0));
  CHECK(ratios.at(TopicId("ctes")).high == Approx(1.0));
}

}  // namespace gradus::insight::solving_times_test
