#include "gradus/insight/artefacts.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::artefacts_test {
namespace {

using testing::day;

TEST_CASE("an artefact that is not delivered is listed with its week and due date", "[insight]") {
  const auto list = artefacts(testing::sample_track(), Record{}, testing::day("2026-12-01"));
  REQUIRE(list.size() == 1);
  CHECK(list[0].id == curriculum::ArtefactId("w1-gist"));
  CHECK(list[0].week == curriculum::WeekId("w1"));
  CHECK(list[0].title == "Gist with GROUP BY queries");
  CHECK(list[0].kind == "gist");
  CHECK(list[0].due == day("2026-12-06"));
  CHECK_FALSE(list[0].delivered_on);
  CHECK_FALSE(list[0].late);
}

TEST_CASE("an artefact is late from the day after it was due until it is delivered", "[insight]") {
  const auto late_on = [](std::string_view today, const Record& record) {
    return artefacts(testing::sample_track(), record, testing::day(today)).front().late;
  };
  CHECK_FALSE(late_on("2026-12-06", Record{}));
  CHECK(late_on("2026-12-07", Record{}));
  CHECK_FALSE(late_on("2026-12-07", Record{{}, {}, {testing::delivery("w1-gist", "Mine")}}));
}

TEST_CASE("a delivered artefact says when and where", "[insight]") {
  const auto list =
      artefacts(testing::sample_track(), Record{{}, {}, {testing::delivery("w1-gist", "Mine")}},
                testing::day("2026-12-01"));
  REQUIRE(list.size() == 1);
  CHECK(list[0].title == "Gist with GROUP BY queries");
  CHECK(list[0].delivered_on == day("2026-12-06"));
  CHECK(list[0].url == "https://example.org/gist");
  CHECK_FALSE(list[0].path);
}

TEST_CASE("a verified artefact says when, and at which commit", "[insight]") {
  auto entry = testing::delivery("w1-gist", "Mine");
  const std::vector<journal::Verification> found{
      {.entry = entry.id,
       .at = calendar::Moment::parse("2026-12-06T19:00+01:00").value(),
       .commit = "abc1234",
       .result = "[]"}};
  // What is no longer verified keeps quiet about the time it was looked at.
  CHECK_FALSE(artefacts(testing::sample_track(), Record{{}, {}, {entry}},
                        testing::day("2026-12-01"), found)[0]
                  .verified_on);
  std::get<journal::Artefact>(entry.what).verified = true;
  const auto list = artefacts(testing::sample_track(), Record{{}, {}, {entry}},
                              testing::day("2026-12-01"), found);
  CHECK(list[0].verified);
  CHECK(list[0].verified_on == day("2026-12-06"));
  CHECK(list[0].commit == "abc1234");
  const auto imported =
      artefacts(testing::sample_track(), Record{{}, {}, {entry}}, testing::day("2026-12-01"));
  CHECK(imported[0].verified);
  CHECK_FALSE(imported[0].verified_on);
}

TEST_CASE("what the plan doesn't ask for is listed after it, not dropped", "[insight]") {
  auto own = testing::delivery("x", "My own");
  std::get<journal::Artefact>(own.what).artefact.reset();
  const auto list = artefacts(testing::sample_track(),
                              Record{{}, {}, {own, testing::delivery("gone", "Retired")}},
                              testing::day("2026-12-01"));
  REQUIRE(list.size() == 3);
  CHECK(list[1].title == "My own");
  CHECK_FALSE(list[1].id);
  CHECK_FALSE(list[1].due);
  CHECK(list[2].title == "Retired");
  CHECK(list[2].id == curriculum::ArtefactId("gone"));
  CHECK(list[2].delivered_on == day("2026-12-06"));
}

}  // namespace
}  // namespace gradus::insight::artefacts_test
