#include "gradus/insight/pace.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <cstddef>

namespace gradus::insight::pace_test {
namespace {

using testing::day;

double two_decimals(double value) {
  return std::round(value * 100) / 100;
}

}  // namespace

TEST_CASE("a week under 0.8 of its plan is a gap, and what it lacks a debt", "[insight]") {
  // The weekly review of the certificate guide.
  constexpr std::array planned{6, 9, 8, 9, 7, 3};
  constexpr std::array actual{6, 7, 8, 6, 5, 3};
  constexpr std::array ratios{1.0, 0.78, 1.0, 0.67, 0.71, 1.0};
  constexpr std::array debts{0, 120, 0, 180, 120, 0};
  for (std::size_t i = 0; i < planned.size(); ++i) {
    const auto pace = week_pace(Minutes{planned.at(i) * 60}, Minutes{actual.at(i) * 60}, true);
    CAPTURE(i);
    CHECK(two_decimals(pace.ratio().value()) == Approx(ratios.at(i)));
    CHECK(pace.gap == (debts.at(i) > 0));
    CHECK(pace.debt() == Minutes{debts.at(i)});
  }
}

TEST_CASE("a gap is told from unrounded minutes, once the week is closed", "[insight]") {
  CHECK(week_pace(Minutes{100}, Minutes{80}, true).gap == false);
  CHECK(week_pace(Minutes{1000}, Minutes{799}, true).gap == true);  // rounded: 0.80
  const auto open = week_pace(Minutes{100}, Minutes{10}, false);
  CHECK_FALSE(open.gap);
  CHECK(open.debt() == Minutes{0});
  CHECK_FALSE(week_pace(Minutes{0}, Minutes{10}, true).ratio());
}

TEST_CASE("every week that has begun has a row", "[insight]") {
  auto track = testing::sample_track();
  const Record record;
  CHECK(pace(track, record, {}, day("2026-11-29")).weeks.empty());
  CHECK(pace(track, record, {}, day("2026-11-30")).weeks.size() == 1);
  const auto later = pace(track, record, {}, day("2026-12-08"));
  REQUIRE(later.weeks.size() == 2);
  CHECK(later.weeks[0].week == curriculum::WeekId("w1"));
  CHECK(later.weeks[0].time.gap == true);
  CHECK(later.weeks[0].time.planned == Minutes{420});
  CHECK_FALSE(later.weeks[1].time.gap);
  CHECK(later.debt() == Minutes{420});
  const auto since = pace(track, record, {.since = day("2026-12-07")}, day("2026-12-08"));
  CHECK(since.weeks.size() == 1);
}

TEST_CASE("what a break took out of a week is not asked for", "[insight]") {
  auto track = testing::sample_track();
  track.frame.breaks = {{day("2026-12-05"), day("2026-12-06")}};  // the lab and the review
  const auto row = pace(track, {}, {}, day("2026-12-08")).weeks.at(0);
  CHECK(row.excused == Minutes{240});
  CHECK(row.time.planned == Minutes{180});
  track.frame.breaks = {{day("2026-11-30"), day("2026-12-06")}};
  const auto none = pace(track, {}, {}, day("2026-12-08")).weeks.at(0);
  CHECK(none.time.planned == Minutes{0});
  CHECK(none.time.gap == false);
}

TEST_CASE("whole weeks without study since the last studied one are a pause", "[insight]") {
  const auto track = testing::sample_track();
  const auto record =
      testing::with_days({testing::studied({{"w1", 420}}), {}, {}});  // in the first week
  CHECK(pace(track, record, {}, day("2026-12-07")).pause_weeks() == 0);
  CHECK(pace(track, record, {}, day("2026-12-13")).pause_weeks() == 0);  // its last day
  CHECK(pace(track, record, {}, day("2026-12-14")).pause_weeks() == 1);
  CHECK(pace(track, record, {}, day("2026-12-28")).pause_weeks() == 3);
  CHECK(pace(track, {}, {}, day("2026-12-28")).pause_weeks() == 0);
}

TEST_CASE("what to record for a topic is a problem only where the curriculum asks for some",
          "[insight]") {
  auto track = testing::sample_track();
  CHECK(pace(track, {}, {}, day("2026-12-08")).for_a_topic == "gradus solve TITLE");
  for (auto& tier : track.curriculum.tiers)
    for (auto& week : tier.weeks) week.problems.clear();
  track.curriculum.topics = {{curriculum::TopicId("elt"), "ELT", std::nullopt, 1.0}};
  CHECK(pace(track, {}, {}, day("2026-12-08")).for_a_topic == "gradus log 50m lab --topic elt");
  track.curriculum.topics.clear();
  CHECK(pace(track, {}, {}, day("2026-12-08")).for_a_topic.empty());
}

TEST_CASE("what is left of the current week is told in time", "[insight]") {
  const auto track = testing::sample_track();
  const PaceSums sums{
      .times = {{curriculum::TopicId("joins"), curriculum::Difficulty::hard, Minutes{50}, 1}}};
  const auto ahead = pace(track, {}, sums, day("2026-12-01")).ahead;
  REQUIRE(ahead.size() == 2);
  CHECK(ahead[0].target.count == 5);
  CHECK(ahead[0].time.middle == Minutes{5 * 50});  // the only time that is known
  CHECK(ahead[0].own);
  CHECK(ahead[1].time.middle == Minutes{50});
  CHECK(ahead[1].own);
  const auto usual = pace(track, {}, {}, day("2026-12-01")).ahead.at(0);
  CHECK(usual.time.middle == Minutes{5 * 15});
  CHECK_FALSE(usual.own);
}

}  // namespace gradus::insight::pace_test
