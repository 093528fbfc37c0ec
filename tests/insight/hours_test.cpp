#include "gradus/insight/hours.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <vector>

namespace gradus::insight::hours_test {
namespace {

using curriculum::WeekMinutes;
using testing::day;

WeekMinutes read(int minutes) {
  return {.read = Minutes{minutes}};
}

PlanValues plan_of(const std::vector<std::pair<std::string, int>>& weeks) {
  PlanValues plan;
  for (const auto& [last, minutes] : weeks) {
    WeekValues week{
        .week = {.number = 1,
                 .load = {.tier = curriculum::TierId("sql"),
                          .carries = {},
                          .title = {},
                          .minutes = {},
                          .problems = {},
                          .artefacts = {}},
                 .dates = {.from = day(last), .to = day(last), .blocks = {}}},
        .progress = {.planned = Minutes{minutes}, .actual = Minutes{0}, .complete = false},
        .problems = {},
        .artefacts = {}};
    plan.weeks.push_back(std::move(week));
  }
  return plan;
}

}  // namespace

TEST_CASE("what is planned so far grows at the last day of each week", "[insight]") {
  const auto points =
      planned_so_far(plan_of({{"2026-12-06", 60}, {"2026-12-20", 30}, {"2026-12-20", 15}}));
  CHECK(points == std::vector<HoursSoFar>{{day("2026-12-06"), Minutes{60}},
                                          {day("2026-12-20"), Minutes{105}}});
  CHECK(planned_so_far({}).empty());
}

TEST_CASE("what was studied so far ends today", "[insight]") {
  const journal::StudyByDay days{{day("2026-12-01"), read(50)}, {day("2026-12-03"), read(20)}};
  CHECK(studied_so_far(days, day("2026-12-04")) ==
        std::vector<HoursSoFar>{{day("2026-12-01"), Minutes{50}},
                                {day("2026-12-03"), Minutes{70}},
                                {day("2026-12-04"), Minutes{70}}});
  CHECK(studied_so_far(days, day("2026-12-02")).back() ==
        HoursSoFar{day("2026-12-02"), Minutes{50}});
  CHECK(studied_so_far({}, day("2026-12-02")) ==
        std::vector<HoursSoFar>{{day("2026-12-02"), Minutes{0}}});
}

TEST_CASE("hours by calendar week have the weeks without study too", "[insight]") {
  // Sunday the 29th, Monday the 30th, and Wednesday two weeks later.
  const journal::StudyByDay days{
      {day("2026-11-29"), read(10)}, {day("2026-11-30"), read(20)}, {day("2026-12-16"), read(30)}};
  const auto weeks = hours_by_week(days, day("2026-12-01"), day("2026-12-20"));
  CHECK(weeks == std::vector<CalendarWeek>{{day("2026-11-23"), read(10)},
                                           {day("2026-11-30"), read(20)},
                                           {day("2026-12-07"), {}},
                                           {day("2026-12-14"), read(30)}});
  CHECK(hours_by_week({}, day("2026-12-10"), day("2026-12-09")).empty());
}

TEST_CASE("calendar weeks exist up to the ends of the calendar", "[insight]") {
  CHECK(hours_by_week({}, calendar::Date::first(), calendar::Date::first()).size() == 1);
  CHECK(hours_by_week({}, calendar::Date::first(), calendar::Date::last()).size() ==
        most_calendar_weeks);
}

TEST_CASE("calendar weeks hold what was studied, each day in one of them", "[insight]") {
  REQUIRE(rc::check("the sums agree", [] {
    journal::StudyByDay days;
    const auto start = day("2026-11-30");
    for (int i = 0; i < *rc::gen::inRange(0, 40); ++i)
      days[start + calendar::Days{*rc::gen::inRange(0, 300)}].read +=
          Minutes{*rc::gen::inRange(1, 200)};
    const auto today = start + calendar::Days{300};
    Minutes in_weeks{0};
    for (const auto& week : hours_by_week(days, start, today)) in_weeks += week.minutes.total();
    RC_ASSERT(in_weeks == studied_so_far(days, today).back().minutes);
  }));
}

TEST_CASE("a series comes to what its last day so far had", "[insight]") {
  const std::vector<HoursSoFar> points{{day("2026-12-06"), Minutes{60}},
                                       {day("2026-12-20"), Minutes{105}}};
  CHECK_FALSE(minutes_by(points, day("2026-12-05")));
  CHECK(minutes_by(points, day("2026-12-06")) == Minutes{60});
  CHECK(minutes_by(points, day("2026-12-19")) == Minutes{60});
  CHECK(minutes_by(points, day("2027-01-19")) == Minutes{105});
}

TEST_CASE("what is due is what the weeks that are over ask for", "[insight]") {
  const auto hours = burn_up(plan_of({{"2026-12-06", 60}, {"2026-12-13", 30}}),
                             {{day("2026-12-01"), read(50)}}, day("2026-11-30"), day("2026-12-07"));
  CHECK(hours.due() == Minutes{60});
  CHECK(hours.done() == Minutes{50});
  CHECK(hours.all() == Minutes{90});
  CHECK(burn_up({}, {}, day("2026-11-30"), day("2026-12-07")).due() == Minutes{0});
}

TEST_CASE("the last seven days end with today", "[insight]") {
  const auto days = last_seven_days(
      {{day("2026-11-30"), read(50)}, {day("2026-12-01"), read(20)}, {day("2026-12-07"), read(10)}},
      day("2026-12-07"));
  REQUIRE(days.size() == 7);
  CHECK(days.front() == StudiedDay{day("2026-12-01"), Minutes{20}});
  CHECK(days[1] == StudiedDay{day("2026-12-02"), Minutes{0}});
  CHECK(days.back() == StudiedDay{day("2026-12-07"), Minutes{10}});
  CHECK(last_seven_days({}, calendar::Date::first()).size() == 1);
}

TEST_CASE("a week's days have what was planned and what was studied", "[insight]") {
  auto week = plan_of({{"2026-12-06", 60}}).weeks.front().week;
  week.dates.from = day("2026-11-30");
  week.dates.blocks = {{day("2026-12-01"), {}, Minutes{60}, calendar::BlockKind::read},
                       {day("2026-12-01"), {}, Minutes{30}, calendar::BlockKind::lab}};
  CHECK(hours_by_day(week, {}).empty());
  CHECK(hours_by_day(week, {{day("2026-12-07"), read(10)}}).empty());
  CHECK(hours_by_day(week, {{day("2026-12-03"), read(10)}}) ==
        std::vector<DayHours>{{day("2026-12-01"), Minutes{90}, Minutes{0}},
                              {day("2026-12-03"), Minutes{0}, Minutes{10}}});
}

}  // namespace gradus::insight::hours_test
