#include "gradus/plan/overload.hpp"

#include "gradus/plan/layout.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

namespace gradus::plan::overload_test {
namespace {

using namespace gradus::test;

const auto start = "2026-11-30";

std::optional<Warning> beside(const std::string& available, const std::vector<OtherPlan>& others,
                              const std::string& today = start) {
  const auto of_mine = frame(start, available);
  auto plan = join(of_mine.start, loads(2), lay_out(loads(2), of_mine), day("2026-12-13"));
  return overload(plan, of_mine.available, others, day(today));
}

std::vector<WeekDates> other_weeks(const std::string& from, const std::string& available) {
  return lay_out(loads(1), frame(from, available));
}

TEST_CASE("tracks on different days are not too much together", "[plan]") {
  CHECK_FALSE(beside("sat=7h", {}));
  CHECK_FALSE(beside("sat=7h", {{"exam", other_weeks(start, "sun=7h")}}));
}

TEST_CASE("days that two tracks fill beyond their time are warned of", "[plan]") {
  const auto warned = beside("sat=7h", {{"exam", other_weeks("2026-12-07", "sat=7h")}});
  REQUIRE(warned);
  CHECK(warned->code == "tracks-overload");
  CHECK(
      warned->message ==
      "1 day has more study than free time, the first on 2026-12-12 with 14h planned, 7h of it for "
      "the track exam, and 7h free: move one of the tracks to other days with gradus plan "
      "available --track NAME");
}

TEST_CASE("a day has room for as much as it is free, and the past is over", "[plan]") {
  CHECK_FALSE(beside("sat=14h", {{"exam", other_weeks(start, "sat=7h,sun=1h")}}));
  CHECK(beside("sat=7h", {{"exam", other_weeks(start, "sat=7h")}}, "2026-12-05"));
  CHECK_FALSE(beside("sat=7h", {{"exam", other_weeks(start, "sat=7h")}}, "2026-12-06"));
}

}  // namespace
}  // namespace gradus::plan::overload_test
