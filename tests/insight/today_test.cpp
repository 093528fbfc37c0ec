#include "gradus/insight/today.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

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
  REQUIRE(now.first_unmet());
  CHECK(now.first_unmet()->id.text() == "c");
}

namespace {

// On Sunday 6 December: the blocks of w1 that were missed, as "12-01 60".
std::vector<std::string> missed_of_w1(const std::vector<plan::Block>& blocks, int minutes) {
  auto track = testing::sample_track();
  track.plan.weeks.front().dates.blocks = blocks;
  const Record record{testing::studied({{"w1", minutes}}), {}, {}};
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  std::vector<std::string> words;
  for (const auto& block : today(track, record, gate, day("2026-12-06")).missed)
    words.push_back(block.on.iso().substr(5) + " " + std::to_string(block.minutes.count()));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("what a re-plan laid anew is missed no more", "[insight]") {
  auto blocks = testing::sample_track().plan.weeks.front().dates.blocks;
  REQUIRE(blocks.size() == 4);
  CHECK(missed_of_w1(blocks, 60) == Words{"12-02 120", "12-05 180", "12-05 60"});
  // Laid anew on Saturday, when an hour was studied: what lies behind is past.
  blocks[0].past = blocks[1].past = true;
  blocks.push_back({day("2026-12-07"), std::nullopt, Minutes{120}, calendar::BlockKind::read});
  CHECK(missed_of_w1(blocks, 60) == Words{"12-05 180", "12-05 60"});
  CHECK(missed_of_w1(blocks, 180) == Words{"12-05 180", "12-05 60"});  // reading ahead
  CHECK(missed_of_w1(blocks, 360) == Words{"12-05 60"});
}

TEST_CASE("a block is missed unless its day was studied, or it was made up for", "[insight]") {
  auto track = testing::sample_track();
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  const auto missed_on = [&](const char* date, const Record& record) {
    Words words;
    for (const auto& block : today(track, record, gate, day(date)).missed)
      words.push_back(block.on.iso().substr(5) + " " + std::to_string(block.minutes.count()));
    return words;
  };
  CHECK(missed_on("2026-12-03", Record{}) == Words{"12-01 60", "12-02 120"});
  // Lab in place of reading: its day is studied all the same.
  Record lab;
  lab.last_days[WeekId("w1")][day("2026-12-01")].lab = Minutes{60};
  CHECK(missed_on("2026-12-03", lab) == Words{"12-02 120"});
  // Its time went to another week of the tier.
  const auto ahead = testing::with_days({testing::studied({{"w2", 120}}, "2026-12-02"), {}, {}});
  CHECK(missed_on("2026-12-03", ahead) == Words{"12-01 60"});
  const auto later = testing::with_days({testing::studied({{"w1", 180}}, "2026-12-04"), {}, {}});
  CHECK(missed_on("2026-12-05", later).empty());
  CHECK(missed_on("2026-12-09", Record{}) == Words{"12-05 180", "12-05 60"});  // the last 7 days
  track.frame.breaks = {{day("2026-12-02"), day("2026-12-05")}};
  CHECK(missed_on("2026-12-06", Record{}) == Words{"12-01 60"});
}

TEST_CASE("time for a locked tier is none of the day's block", "[insight]") {
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  auto track = testing::sample_track();
  auto record = testing::with_days({testing::studied({{"w3", 60}}, "2026-12-01"), {}, {}});
  CHECK_FALSE(today(track, record, gate, day("2026-12-01")).done_today());
  record = testing::with_days({testing::studied({{"w2", 60}}, "2026-12-01"), {}, {}});
  CHECK(today(track, record, gate, day("2026-12-01")).done_today());
}

TEST_CASE("a tier whose blocks a re-plan put off goes on in the day's slots", "[insight]") {
  auto track = testing::sample_track();
  const auto gate = testing::gate("sql", {testing::criterion("a", Status::fail)});
  auto& blocks = track.plan.weeks.front().dates.blocks;
  for (auto& block : blocks) block.past = true;
  for (std::size_t i = 1; i < track.plan.weeks.size(); ++i)
    if (track.plan.weeks[i].load.tier == track.plan.weeks.front().load.tier)
      track.plan.weeks[i].dates.blocks.clear();
  blocks.push_back({day("2027-01-30"), std::nullopt, Minutes{60}, calendar::BlockKind::read});
  const auto now = today(track, Record{}, gate, day("2026-12-15"));  // a Tuesday
  REQUIRE(now.blocks.size() == 1);
  CHECK(now.blocks.front().block.kind == calendar::BlockKind::read);
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
