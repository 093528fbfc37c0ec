#include "gradus/insight/today.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::today_test {
namespace {

using curriculum::WeekId;
using rules::Status;
using testing::day;

const calendar::Date monday = day("2026-11-30");

TEST_CASE("today shows the first week of the open tier that is not complete", "[insight]") {
  const auto track = testing::sample_track();
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  CHECK(today(track, Record{}, gate, monday).week->week.number == 1);
  const Record first_done{testing::studied({{"w1", 420}}), {}, {}};
  CHECK(today(track, first_done, gate, monday).week->week.number == 2);
}

TEST_CASE("today shows the day's blocks of the open tier, never a locked tier's", "[insight]") {
  const auto track = testing::sample_track();
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  CHECK(today(track, Record{}, gate, day("2026-12-05")).blocks.size() == 2);
  CHECK(today(track, Record{}, gate, day("2026-12-09")).blocks.size() == 1);  // of another week
  CHECK(today(track, Record{}, gate, day("2026-12-03")).blocks.empty());
  CHECK(today(track, Record{}, gate, day("2026-12-16")).blocks.empty());  // python's
}

TEST_CASE("today counts the criteria and names the first that is not met", "[insight]") {
  const auto gate = testing::gate(
      "sql", {testing::criterion("a", Status::pass), testing::criterion("b", Status::waived),
              testing::criterion("c", Status::unknown), testing::criterion("d", Status::fail)});
  const auto now = today(testing::sample_track(), Record{}, gate, monday);
  CHECK(now.criteria_met == 1);
  CHECK(now.criteria_total == 4);
  REQUIRE(now.first_unmet);
  CHECK(now.first_unmet->id.text() == "c");
}

TEST_CASE("once every tier is passed, today has no tier, week or block", "[insight]") {
  auto track = testing::sample_track();
  for (auto& state : track.states) state.second = rules::TierState::passed;
  const auto now = today(track, Record{}, testing::gate("finish", {}), day("2026-12-16"));
  CHECK(now.tier == nullptr);
  CHECK_FALSE(now.week);
  CHECK(now.blocks.empty());
}

}  // namespace
}  // namespace gradus::insight::today_test
