#include "gradus/insight/week_values.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::week_values_test {
namespace {

using curriculum::Difficulty;
using curriculum::TierId;
using curriculum::WeekId;
using rules::Status;
using testing::day;
using testing::solved;

const calendar::Date monday = day("2026-11-30");

std::vector<int> solved_by_row(const Record& record) {
  std::vector<int> solved;
  for (const auto& row : week_values(testing::sample_track(), record, 0, monday).problems) {
    solved.push_back(row.solved);
  }
  return solved;
}

TEST_CASE("solved problems fill the base row of their kind, then its top-up", "[insight]") {
  const auto easy = [](int count) {
    return Record{{}, {solved(count, "aggregation", Difficulty::easy, "w1", "sql")}, {}};
  };
  // Rows: top-up of 3, base of 2, and 1 hard of joins.
  CHECK(solved_by_row(easy(0)) == std::vector{0, 0, 0});
  CHECK(solved_by_row(easy(2)) == std::vector{0, 2, 0});
  CHECK(solved_by_row(easy(3)) == std::vector{1, 2, 0});
  CHECK(solved_by_row(easy(6)) == std::vector{3, 2, 0});
}

TEST_CASE("a problem counts for its own week and topic, and for an easier row at need",
          "[insight]") {
  const Record others{
      {},
      {solved(1, "aggregation", Difficulty::easy, "w2", "sql"),
       solved(1, "aggregation", Difficulty::hard, "w1", "sql"),
       solved(1, "joins", Difficulty::easy, "w1", "sql"),
       {std::nullopt, TierId("sql"), curriculum::TopicId("joins"), Difficulty::hard, 1}},
      {}};
  CHECK(solved_by_row(others) == std::vector{0, 1, 0});  // the hard one of aggregation
}

TEST_CASE("a plan week counts the problems of every curriculum week it carries", "[insight]") {
  auto track = testing::sample_track();
  track.plan.weeks[0].load.carries.push_back({curriculum::WeekId{"w2"}, {}});
  const Record record{{},
                      {solved(1, "aggregation", Difficulty::easy, "w1", "sql"),
                       solved(1, "aggregation", Difficulty::easy, "w2", "sql")},
                      {}};
  CHECK(week_values(track, record, 0, monday).problems[1].solved == 2);
}

TEST_CASE("an artefact is due on the week's last day, under the curriculum's title", "[insight]") {
  const auto track = testing::sample_track();
  const auto open = week_values(track, Record{}, 0, monday).artefacts;
  REQUIRE(open.size() == 1);
  CHECK(open[0].artefact.title == "Gist with GROUP BY queries");
  CHECK(open[0].due == day("2026-12-06"));
  CHECK_FALSE(open[0].delivered);

  const Record other{{}, {}, {testing::delivery("w2-gist", "Another")}};
  CHECK_FALSE(week_values(track, other, 0, monday).artefacts[0].delivered);
  const Record own{{}, {}, {testing::delivery("w1-gist", "Mine")}};
  CHECK(week_values(track, own, 0, monday).artefacts[0].delivered);
}

TEST_CASE("a week's values hold its hours", "[insight]") {
  const Record record{testing::studied({{"w1", 90}}), {}, {}};
  const auto week = week_values(testing::sample_track(), record, 0, monday);
  CHECK(week.progress.planned == Minutes{420});
  CHECK(week.progress.actual == Minutes{90});
  CHECK(week.week.number == 1);
}

}  // namespace
}  // namespace gradus::insight::week_values_test
