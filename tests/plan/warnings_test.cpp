#include "gradus/plan/layout.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

namespace gradus::plan::warnings_test {
namespace {

using namespace gradus::test;
using calendar::Days;
using curriculum::Limits;

const Limits usual_limits{{{5, 10}}, true, 3};

std::vector<Warning> warnings_of(const std::vector<WeekLoad>& weeks, const Frame& frame,
                                 const Limits& limits = usual_limits) {
  return warnings(lay_out(weeks, frame), frame, limits);
}

std::vector<std::string> codes(const std::vector<Warning>& warnings) {
  std::vector<std::string> result;
  result.reserve(warnings.size());
  for (const Warning& warning : warnings) result.push_back(warning.code);
  return result;
}

using Codes = std::vector<std::string>;

TEST_CASE("the usual availability is unwise on no weekday to start", "[plan]") {
  for (int shift = 0; shift < 7; ++shift) {
    const std::string start = (day("2026-11-30") + Days{shift}).iso();
    INFO(start);
    CHECK(codes(warnings_of(loads(24), frame(start))).empty());
    CHECK(codes(warnings_of(loads(24), frame(start, usual_availability, Fit::flow))).empty());
  }
}

TEST_CASE("without limits nothing is unwise", "[plan]") {
  CHECK(codes(warnings_of(loads(1), frame("2026-11-30", "sat=1h"), {})).empty());
}

TEST_CASE("too few hours in 7 days are warned of", "[plan]") {
  const auto warned = warnings_of(loads(24), frame("2026-11-30", "tue=1h,sat=3h"));
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK(warned[0].message ==
        "47 weeks have less than 5 hours of study, the first on 2026-11-30 with 4h: free more "
        "time with gradus plan available");
  const Limits five{{{5, 10}}, false, {}};
  const curriculum::WeekMinutes least{Minutes{300}, Minutes{0}, Minutes{0}};
  const curriculum::WeekMinutes less{Minutes{299}, Minutes{0}, Minutes{0}};
  CHECK(codes(warnings_of(loads(2, least), frame("2026-11-30", "sat=5h"), five)).empty());
  CHECK(codes(warnings_of(loads(2, less), frame("2026-11-30", "sat=5h"), five)) ==
        Codes{"under-5-hours"});
}

TEST_CASE("a light week counts as one, the plan's cut-short end does not", "[plan]") {
  const Limits five{{{5, 10}}, false, {}};
  const auto warned = warnings_of({load(1), load(2, {}), load(3)}, frame("2026-11-30"), five);
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK(warned[0].message ==
        "1 week has less than 5 hours of study, the first on 2026-12-07 with 0m: free more time "
        "with gradus plan available");
  // 7 hours at 6 a week: the seventh falls on the plan's last day, the first of its second 7.
  CHECK(codes(warnings_of(loads(1), frame("2026-11-30", "mon=6h"), five)).empty());
}

TEST_CASE("too many hours in 7 days are warned of", "[plan]") {
  const Limits ten{{{5, 10}}, false, {}};
  const curriculum::WeekMinutes most{Minutes{600}, Minutes{0}, Minutes{0}};
  const curriculum::WeekMinutes more{Minutes{601}, Minutes{0}, Minutes{0}};
  CHECK(codes(warnings_of(loads(2, most), frame("2026-11-30", "sat=12h"), ten)).empty());
  const auto warned = warnings_of(loads(2, more), frame("2026-11-30", "sat=12h"), ten);
  REQUIRE(codes(warned) == Codes{"over-10-hours"});
  CHECK(warned[0].message ==
        "2 weeks have more than 10 hours of study, the first on 2026-11-30 with 10h1m: "
        "reduce the hours with gradus plan available");
  const auto flow =
      warnings_of(loads(4), frame("2026-11-30", "mon=6h,wed=6h,fri=6h", Fit::flow), ten);
  CHECK(codes(flow) == Codes{"over-10-hours"});
}

TEST_CASE("the figures of the curriculum's own limits are stated", "[plan]") {
  const auto warned =
      warnings_of(loads(2), frame("2026-11-30"), Limits{{{8, 20}}, false, std::nullopt});
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK_THAT(warned[0].message, Catch::Contains("less than 8 hours"));
}

TEST_CASE("study on all 7 days is warned of", "[plan]") {
  const Limits rest{std::nullopt, true, std::nullopt};
  const auto daily = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h";
  const auto warned = warnings_of(loads(2), frame("2026-11-30", daily), rest);
  REQUIRE(codes(warned) == Codes{"no-rest-day"});
  CHECK(warned[0].message ==
        "2 weeks have study on all 7 days, the first on 2026-11-30 with 7h: keep a day free "
        "with gradus plan available");
  const auto six = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=2h";
  CHECK(codes(warnings_of(loads(2), frame("2026-11-30", six), rest)).empty());
}

TEST_CASE("days on a break are left out of the 7", "[plan]") {
  const Limits five{{{5, 10}}, true, {}};
  Frame christmas = frame("2026-12-14");
  christmas.breaks = {{day("2026-12-21"), day("2027-01-03")}};
  CHECK(codes(warnings_of(loads(4), christmas, five)).empty());
  const auto daily = "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=1h,sun=1h";
  Frame busy = frame("2026-12-14", daily);
  busy.breaks = {{day("2026-12-17"), day("2026-12-17")}};
  CHECK(codes(warnings_of(loads(1), busy, five)) == Codes{"no-rest-day"});
}

TEST_CASE("7 days that began before a re-plan are never too light", "[plan]") {
  const Block past{day("2026-11-30"), {}, Minutes{300}, calendar::BlockKind::read, true};
  const Block rest{day("2026-12-05"), {}, Minutes{120}, calendar::BlockKind::lab};
  const std::vector<WeekDates> replanned{{day("2026-12-05"), day("2026-12-11"), {past, rest}}};
  CHECK(codes(warnings(replanned, frame("2026-12-05"), usual_limits)) == Codes{"under-3-months"});
}

TEST_CASE("only days that remain after a re-plan are measured", "[plan]") {
  const auto on = [](const char* date, int minutes, bool past) {
    return Block{day(date), {}, Minutes{minutes}, calendar::BlockKind::read, past};
  };
  const WeekDates finished{
      day("2026-11-30"), day("2026-12-06"), {on("2026-12-01", 700, false)}, {}, true};
  const WeekDates late{day("2027-09-01"),
                       day("2027-09-07"),
                       {on("2026-12-08", 700, true), on("2027-09-04", 420, false)}};
  const WeekDates last{day("2027-09-08"), day("2027-09-14"), {on("2027-09-11", 420, false)}};
  const auto busy = frame("2026-11-30", "sat=12h");
  CHECK(warnings({finished, late, last}, busy, usual_limits).empty());
  const WeekDates light{day("2027-09-08"), day("2027-09-20"), {on("2027-09-20", 420, false)}};
  const auto warned = warnings({finished, late, light}, busy, usual_limits);
  REQUIRE(codes(warned) == Codes{"under-5-hours"});
  CHECK_THAT(warned[0].message, Catch::Contains("the first on 2027-09-06 with 0m"));
}

TEST_CASE("a weekday kept free is a rest day, on a break too", "[plan]") {
  const Limits rest{std::nullopt, true, std::nullopt};
  Frame six = frame("2026-11-30", "mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=2h");
  six.breaks = {{day("2026-12-13"), day("2026-12-13")}};
  CHECK(warnings_of(loads(4), six, rest).empty());
}

TEST_CASE("hours within the limits are not too few or many because of a break", "[plan]") {
  const Limits ten{{{5, 10}}, false, {}};
  Frame full = frame("2026-11-30", "tue=2h,wed=2h,sat=6h", Fit::flow);
  full.breaks = {{day("2026-12-07"), day("2026-12-07")}};
  CHECK(warnings_of(loads(6), full, ten).empty());
  Frame weekend = frame("2026-11-30", "sat=5h", Fit::flow);
  weekend.breaks = {{day("2026-12-12"), day("2026-12-12")}};
  const curriculum::WeekMinutes least{Minutes{300}, Minutes{0}, Minutes{0}};
  CHECK(warnings_of(loads(6, least), weekend, ten).empty());
}

TEST_CASE("a plan shorter than the least months is warned of", "[plan]") {
  const Limits three{std::nullopt, false, 3};
  // Three months from 2026-12-01 end on 2027-02-28, a Sunday.
  CHECK(codes(warnings_of(loads(13), frame("2026-12-01"), three)).empty());
  const auto warned = warnings_of(loads(12), frame("2026-12-01"), three);
  REQUIRE(codes(warned) == Codes{"under-3-months"});
  CHECK(warned[0].message ==
        "the plan ends on 2027-02-22, before its first 3 months end on 2027-02-28: study fewer "
        "hours a week with gradus plan available");
  const std::vector<WeekDates> to_the_day{{day("2026-12-01"), day("2027-02-28"), {}}};
  const std::vector<WeekDates> a_day_less{{day("2026-12-01"), day("2027-02-27"), {}}};
  CHECK(warnings(to_the_day, frame("2026-12-01"), three).empty());
  CHECK(codes(warnings(a_day_less, frame("2026-12-01"), three)) == Codes{"under-3-months"});
  CHECK(codes(warnings_of(loads(1), frame("9999-12-01"), three)) == Codes{"under-3-months"});
}

TEST_CASE("each code stands once, and all may stand together", "[plan]") {
  const auto daily = "mon=5h,tue=5h,wed=5h,thu=5h,fri=5h,sat=5h,sun=5h";
  const curriculum::WeekMinutes heavy{Minutes{1500}, Minutes{100}, Minutes{400}};
  const curriculum::WeekMinutes light{Minutes{60}, Minutes{0}, Minutes{0}};
  const auto warned =
      warnings_of({load(1, heavy), load(2, light), load(3, heavy)}, frame("2026-11-30", daily));
  CHECK(codes(warned) == Codes{"under-5-hours", "over-10-hours", "no-rest-day", "under-3-months"});
}

}  // namespace
}  // namespace gradus::plan::warnings_test
