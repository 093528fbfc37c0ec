#include "gradus/plan/overload.hpp"

#include "gradus/plan/layout.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

namespace gradus::plan::overload_test {
namespace {

using namespace gradus::test;

const auto start = "2026-11-30";

TrackPlan track(const std::string& name, const std::string& from, const std::string& available,
                int weeks = 1) {
  const auto of_it = frame(from, available);
  return {name, of_it.available, lay_out(loads(weeks), of_it)};
}

std::optional<Warning> beside(const std::string& available, const std::vector<TrackPlan>& others,
                              const std::string& today = start) {
  return overload(track("cello", start, available, 2), others, day(today));
}

TEST_CASE("tracks on different days are not too much together", "[plan]") {
  CHECK_FALSE(beside("sat=7h", {}));
  CHECK_FALSE(beside("sat=7h", {track("exam", start, "sun=7h")}));
}

TEST_CASE("days that two tracks fill beyond their time are warned of", "[plan]") {
  const auto warned = beside("sat=7h", {track("exam", "2026-12-07", "sat=7h")});
  REQUIRE(warned);
  CHECK(warned->code == "tracks-overload");
  CHECK(
      warned->message ==
      "the tracks get in each other's way on 1 day: the first is sat 2026-12-12, 7h for cello, 7h "
      "for exam, but 7h free. Change the hours of one, for example: gradus plan available sat=0 "
      "--track exam");
  // One time of the two is not enough to tell when the other is.
  CHECK(beside("sat=7h@09:00", {track("exam", start, "sat=7h")}));
  CHECK(beside("sat=7h", {track("exam", start, "sat=7h@09:00")}));
}

TEST_CASE("a day has room for as much as it is free, and the past is over", "[plan]") {
  CHECK_FALSE(beside("sat=14h", {track("exam", start, "sat=7h,sun=1h")}));
  CHECK(beside("sat=7h", {track("exam", start, "sat=7h")}, "2026-12-05"));
  CHECK_FALSE(beside("sat=7h", {track("exam", start, "sat=7h")}, "2026-12-06"));
}

TEST_CASE("study at different times of a day is no overload", "[plan]") {
  CHECK_FALSE(beside("sat=7h@14:00", {track("exam", start, "sat=7h@07:00")}));
  CHECK_FALSE(beside("sat=7h@07:00", {track("exam", start, "sat=7h@14:00")}));
  CHECK_FALSE(beside("sat=3h@17:00,sat=4h@09:00", {track("exam", start, "sat=4h@13:00,sun=3h")}));
}

TEST_CASE("study of two tracks at one time is a clash, even if a day has room for both", "[plan]") {
  const auto warned = beside("sat=7h@07:00,sat=9h@14:00", {track("exam", start, "sat=7h@13:00")});
  REQUIRE(warned);
  CHECK(warned->message ==
        "the tracks get in each other's way on 1 day: the first is sat 2026-12-05, cello at "
        "13:00-14:00 and exam at 13:00-16:00. Change the hours of one, for example: gradus plan "
        "available sat=7h@14:00 --track exam");
  CHECK(beside("mon=1m@20:30,sat=7h", {track("exam", start, "mon=2m@20:29,sun=7h")}));
  CHECK_FALSE(beside("mon=1m@20:30,sat=7h", {track("exam", start, "mon=1m@20:29,sun=7h")}));
}

TEST_CASE("what moves a clashing track fits into the day", "[plan]") {
  const auto remedy = [](const std::string& mine, const std::string& exam) {
    const auto warned = beside(mine, {track("exam", start, exam)});
    REQUIRE(warned);
    return warned->message.substr(warned->message.find("gradus plan"));
  };
  CHECK(remedy("sat=7h@16:00", "sat=7h@16:00") ==
        "gradus plan available sat=7h@09:00 --track exam");
  CHECK(remedy("sat=7h@06:00", "sat=18h@06:00") == "gradus plan available sat=0 --track exam");
}

}  // namespace
}  // namespace gradus::plan::overload_test
