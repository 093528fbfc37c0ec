#include "gradus/track/record.hpp"

#include "gradus/journal/error.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/error.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

namespace gradus::track::record_test {

using calendar::Minutes;
using curriculum::TierId;
using curriculum::WeekId;
using testing::CelloRun;
using testing::day;

namespace {

std::size_t stored(const CelloRun& run) {
  const auto store = store::Store::read(run.file());
  return store::entries(store, load(store, std::nullopt).id, {}).size();
}

}  // namespace

TEST_CASE("an entry goes into the current week and its tier, and is stored", "[track]") {
  CelloRun run;
  const auto recorded = run.record(run.session(50));
  CHECK(recorded.entry.week == WeekId("w1"));
  CHECK(recorded.entry.tier == TierId("strings"));
  CHECK_FALSE(recorded.locked);
  const auto store = store::Store::read(run.file());
  CHECK(store::find_entry(store, load(store, std::nullopt).id, recorded.short_id) ==
        recorded.entry);
}

TEST_CASE("a session says how the week is that it filled", "[track]") {
  CelloRun run;
  const auto first = run.record(run.session(50)).week;
  REQUIRE(first);
  CHECK(first->id == WeekId("w1"));
  CHECK(first->number == 1);
  CHECK(first->only_one);
  CHECK(first->progress.actual == Minutes{50});
  CHECK(first->progress.planned == Minutes{300});
  const auto second = run.record(run.session(250)).week;
  REQUIRE(second);
  CHECK(second->progress.complete);
  CHECK(run.record(run.session(30)).entry.week == WeekId("w2"));
  CHECK_FALSE(run.record(run.scale("G major")).week);
}

TEST_CASE("an entry names the criterion it moved, one that now passes first", "[track]") {
  CelloRun run;
  const auto hours = run.record(run.session(50)).moved;
  REQUIRE(hours);
  CHECK(hours->now.id.text() == "hours");
  CHECK(hours->now.status == rules::Status::fail);
  CHECK(hours->now.outcome.have == 50);
  CHECK(hours->others == 0);
  CHECK(run.record(run.scale("G major")).moved.value().now.status == rules::Status::fail);
  CHECK(run.record(run.scale("D major")).moved.value().now.status == rules::Status::pass);
  // The gate at hand asks for no signature.
  auto signature = run.entry(
      journal::Attestation{curriculum::CriterionId("signed"), "https://example.org", false});
  signature.gate = "pieces";
  CHECK_FALSE(run.record(signature).moved);
}

TEST_CASE("a problem solved again says when, is kept, and moves no count", "[track]") {
  CelloRun run;
  const auto first = run.record(run.scale("G major"));
  CHECK_FALSE(first.solved_before);
  CHECK(first.moved);
  auto again = run.scale(" g  MAJOR");
  again.on = day("2026-12-01");
  CHECK(run.record(again).solved_before == run.today);
  CHECK_FALSE(run.record(run.scale("G major")).moved);
  CHECK_FALSE(run.record(run.scale("G minor")).solved_before);
  CHECK(stored(run) == 4);
}

TEST_CASE("a week is an id of the curriculum or a number of the plan", "[track]") {
  CelloRun run;
  auto by_id = run.session(10);
  by_id.week = "w3";
  const auto ahead = run.record(by_id);
  CHECK(ahead.entry.week == WeekId("w3"));
  CHECK(ahead.entry.tier == TierId("pieces"));
  CHECK(ahead.locked);
  auto by_number = run.session(10);
  by_number.week = "2";
  CHECK(run.record(by_number).entry.week == WeekId("w2"));
  for (const auto* const wrong : {"w9", "0", "4", ""}) {
    auto entry = run.session(10);
    entry.week = wrong;
    CHECK_THROWS_AS(run.record(entry), gradus::Error);
  }
  CHECK(stored(run) == 2);
}

TEST_CASE("a signature belongs to its gate, whatever week is being studied", "[track]") {
  CelloRun run;
  auto signature = run.entry(
      journal::Attestation{curriculum::CriterionId("signed"), "https://example.org", false});
  signature.gate = "pieces";
  const auto ahead = run.record(signature).entry;
  CHECK(ahead.tier == TierId("pieces"));
  CHECK_FALSE(ahead.week);
  auto last = run.entry(
      journal::Attestation{curriculum::CriterionId("played"), "https://example.org", false});
  last.gate = "finish";
  const auto at_the_end = run.record(last).entry;
  CHECK_FALSE(at_the_end.tier);
  CHECK_FALSE(at_the_end.week);
}

TEST_CASE("what is odd about an entry is given as a value, and only what is wanted", "[track]") {
  CelloRun run;
  auto early = run.session(60);
  early.on = day("2026-11-01");
  CHECK(run.record(early).warnings.before_start);
  auto placement =
      run.entry(journal::Attestation{curriculum::CriterionId("hours"), "played for years", true});
  placement.on = early.on;
  placement.gate = "strings";
  CHECK_FALSE(run.record(placement).warnings.before_start);
  auto evening = run.session(60);
  evening.at = calendar::Moment::parse("2026-12-02T19:00+01:00");
  const auto alone = run.record(evening);
  CHECK(alone.warnings.overlaps.empty());
  auto same_time = run.session(60);
  same_time.at = evening.at;
  const auto twice = run.record(same_time).warnings;
  REQUIRE(twice.overlaps.size() == 1);
  CHECK(twice.overlaps[0].entry == alone.entry);
  CHECK(twice.overlaps[0].short_id == alone.short_id);
  CHECK_FALSE(twice.day);
  CHECK(run.record(run.session(23 * 60)).warnings.day == Minutes{25 * 60});
  auto unwatched = run.session(60);
  unwatched.at = evening.at;
  const Warnings none{
      .overlap = false, .day_over_24h = false, .before_start = false, .future = false};
  const auto quiet = run.record(unwatched, none).warnings;
  CHECK(quiet.overlaps.empty());
  CHECK_FALSE(quiet.day);
}

TEST_CASE("what no day of study holds is refused, and nothing is stored", "[track]") {
  CelloRun run;
  CHECK_THROWS_AS(run.record(run.session(0)), journal::Error);
  CHECK(stored(run) == 0);
}

}  // namespace gradus::track::record_test
