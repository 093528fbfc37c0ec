#include "report/progress_parts.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::report::progress_parts_test {
namespace {

using curriculum::Difficulty;
using testing::solved;

// Of a track whose first tier asks for five problems on aggregation and one on joins.
std::string words_for(int on_aggregation, int on_joins) {
  const auto track = testing::sample_track();
  const insight::Record record{
      {},
      {solved(on_aggregation, "aggregation", Difficulty::easy, "w1", "sql"),
       solved(on_joins, "joins", Difficulty::hard, "w1", "sql")},
      {}};
  auto python = testing::gate("python", {testing::criterion("b", rules::Status::fail)});
  python.state = rules::TierState::locked;
  const insight::Evidence evidence{
      .minutes_by_kind = {},
      .gates = {testing::gate("sql", {testing::criterion("a", rules::Status::fail)}), python},
      .passed = {}};
  const auto now = insight::today(track, record, evidence.gates[0], testing::day("2026-12-01"));
  return solved_words(insight::progress_report(track, record, evidence, now));
}

}  // namespace

TEST_CASE("other problems don't hide that planned ones are open", "[report]") {
  CHECK(words_for(4, 0) == "4 of 6 solved");
  CHECK(words_for(3, 3) == "6 of 6 solved, 2 planned ones open");
  CHECK(words_for(4, 3) == "7 of 6 solved, 1 planned one open");
  CHECK(words_for(7, 2) == "9 of 6 solved");
}

}  // namespace gradus::report::progress_parts_test
