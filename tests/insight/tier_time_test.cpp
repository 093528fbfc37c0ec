#include "gradus/insight/tier_time.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::insight::tier_time_test {
namespace {

using curriculum::TierId;
using testing::day;

// By plan, sql begins on 2026-11-30 and python on 2026-12-14.
calendar::Date began(const std::string& tier, const PassedOn& passed_on, const std::string& today) {
  return tier_began(testing::sample_track(), TierId(tier), passed_on, day(today));
}

TEST_CASE("the first tier begins with the track", "[insight]") {
  CHECK(began("sql", {}, "2026-12-20") == day("2026-11-30"));
}

TEST_CASE("a later tier begins by plan", "[insight]") {
  CHECK(began("python", {}, "2026-12-14") == day("2026-12-14"));
  CHECK(began("python", {}, "2026-12-20") == day("2026-12-14"));
}

TEST_CASE("a tier begins sooner when the one before it was passed sooner", "[insight]") {
  const PassedOn early{{TierId("sql"), day("2026-12-09")}};
  CHECK(began("python", early, "2026-12-10") == day("2026-12-09"));
  CHECK(began("python", early, "2026-12-20") == day("2026-12-09"));
  const PassedOn late{{TierId("sql"), day("2026-12-18")}};
  CHECK(began("python", late, "2026-12-20") == day("2026-12-14"));
}

TEST_CASE("a retired tier in front is passed over", "[insight]") {
  auto track = testing::sample_track();
  track.curriculum.tiers.front().retired = true;
  const PassedOn passed{{TierId("sql"), day("2026-12-09")}};
  CHECK(tier_began(track, TierId("python"), passed, day("2026-12-20")) == day("2026-11-30"));
}

TEST_CASE("of a tier that has not begun, all days of the track count", "[insight]") {
  CHECK(began("python", {}, "2026-12-13") == day("2026-11-30"));
}

}  // namespace
}  // namespace gradus::insight::tier_time_test
