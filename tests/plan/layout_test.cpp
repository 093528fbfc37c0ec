#include "gradus/plan/layout.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::plan::layout_test {
namespace {

using namespace gradus::test;
using calendar::BlockKind;
using calendar::Date;
using calendar::Days;
using calendar::TimeOfDay;
using curriculum::WeekMinutes;

std::optional<TimeOfDay> at(std::string_view text) {
  return TimeOfDay::parse(text).value();
}

std::string refusal(const std::vector<WeekLoad>& weeks, const Frame& frame) {
  try {
    return "laid out to " + lay_out(weeks, frame).back().to.iso();
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_CASE("24 weeks of the usual availability end on the Sunday 24 weeks later", "[plan]") {
  for (const Fit fit : {Fit::weekly, Fit::flow}) {
    const auto weeks = lay_out(loads(24), frame("2026-11-30", usual_availability, fit));
    REQUIRE(weeks.size() == 24);
    Minutes total{0};
    Date monday = day("2026-11-30");
    for (const WeekDates& week : weeks) {
      CHECK(week.from == monday);
      CHECK(week.to == monday + Days{6});
      CHECK(week.minutes() == Minutes{420});
      CHECK(week.blocks == std::vector<Block>{
                               {monday + Days{1}, at("19:00"), Minutes{60}, BlockKind::read},
                               {monday + Days{2}, at("19:00"), Minutes{60}, BlockKind::read},
                               {monday + Days{3}, at("19:00"), Minutes{60}, BlockKind::read},
                               {monday + Days{5}, at("09:00"), Minutes{180}, BlockKind::lab},
                               {monday + Days{6}, at("10:00"), Minutes{60}, BlockKind::review},
                           });
      total += week.minutes();
      monday = monday + Days{7};
    }
    CHECK(total == Minutes{10'080});
    CHECK(weeks.back().to == day("2027-05-16"));
  }
}

TEST_CASE("a plan may start on any weekday, and each week keeps that day", "[plan]") {
  for (int shift = 0; shift < 7; ++shift) {
    const Date start = day("2026-11-30") + Days{shift};
    INFO(start.iso());
    const auto weeks = lay_out(loads(3), frame(start.iso()));
    for (std::size_t k = 0; k < weeks.size(); ++k) {
      CHECK(weeks[k].from == start + Days{7 * k});
      CHECK(weeks[k].to == start + Days{7 * k + 6});
      CHECK(weeks[k].minutes() == Minutes{420});
    }
  }
}

TEST_CASE("flow starts a week in what the last day of the one before it has left", "[plan]") {
  const auto ample = "mon=4h,tue=4h,fri=4h,sat=4h";
  const auto weekly = lay_out(loads(2), frame("2026-11-30", ample));
  CHECK(weekly[0].to == day("2026-12-06"));
  CHECK(weekly[1].from == day("2026-12-07"));
  CHECK(weekly[1].to == day("2026-12-13"));
  const auto flow = lay_out(loads(2), frame("2026-11-30", ample, Fit::flow));
  CHECK(flow[0].to == day("2026-12-01"));  // a Tuesday, of which it takes 3 of 4 hours
  CHECK(flow[1].from == day("2026-12-01"));
  CHECK(flow[1].blocks == std::vector<Block>{
                              {day("2026-12-01"), {}, Minutes{60}, BlockKind::read},
                              {day("2026-12-04"), {}, Minutes{120}, BlockKind::read},
                              {day("2026-12-04"), {}, Minutes{120}, BlockKind::lab},
                              {day("2026-12-05"), {}, Minutes{60}, BlockKind::lab},
                              {day("2026-12-05"), {}, Minutes{60}, BlockKind::review},
                          });
  CHECK(flow[1].to == day("2026-12-05"));  // its last block
  // With nothing left of the day, the next begins the day after, or after a break.
  Frame full = frame("2026-11-30", "mon=7h@09:00", Fit::flow);
  CHECK(lay_out(loads(2), full)[1].from == day("2026-12-01"));
  full.breaks = {{day("2026-12-01"), day("2026-12-04")}};
  CHECK(lay_out(loads(2), full)[1].from == day("2026-12-05"));
}

TEST_CASE("a week that needs more than seven days takes them", "[plan]") {
  const auto weeks = lay_out(loads(2), frame("2026-11-30", "mon=3h,thu=1h"));
  CHECK(weeks[0].blocks.back().on == day("2026-12-07"));
  CHECK(weeks[1].from == day("2026-12-08"));
  CHECK(weeks[0].to == day("2026-12-07"));
  CHECK(weeks[1].to == day("2026-12-21"));  // its last block, more than six days on
  CHECK(weeks[1].blocks.back().on == day("2026-12-21"));
}

TEST_CASE("a slot serves its hint first, then read, lab and review", "[plan]") {
  const WeekMinutes minutes{Minutes{30}, Minutes{40}, Minutes{20}};
  const auto weeks = lay_out({load(1, minutes)}, frame("2026-11-30", "mon=2h@18:30:lab"));
  const Date monday = day("2026-11-30");
  CHECK(weeks[0].blocks == std::vector<Block>{
                               {monday, at("18:30"), Minutes{40}, BlockKind::lab},
                               {monday, at("19:10"), Minutes{30}, BlockKind::read},
                               {monday, at("19:40"), Minutes{20}, BlockKind::review},
                           });
}

TEST_CASE("a slot without a time gives blocks without one", "[plan]") {
  const WeekMinutes minutes{Minutes{10}, Minutes{0}, Minutes{5}};
  const auto weeks = lay_out({load(1, minutes)}, frame("2026-11-30", "mon=1h"));
  const Date monday = day("2026-11-30");
  CHECK(weeks[0].blocks == std::vector<Block>{
                               {monday, {}, Minutes{10}, BlockKind::read},
                               {monday, {}, Minutes{5}, BlockKind::review},
                           });
}

TEST_CASE("two slots of a day are filled in the order of the clock", "[plan]") {
  const WeekMinutes minutes{Minutes{90}, Minutes{0}, Minutes{0}};
  const auto weeks =
      lay_out({load(1, minutes)}, frame("2026-11-30", "mon=1h,mon=30m@20:00,mon=20m@07:00"));
  const Date monday = day("2026-11-30");
  CHECK(weeks[0].blocks == std::vector<Block>{
                               {monday, at("07:00"), Minutes{20}, BlockKind::read},
                               {monday, at("20:00"), Minutes{30}, BlockKind::read},
                               {monday, {}, Minutes{40}, BlockKind::read},
                           });
}

TEST_CASE("an evening of 59 minutes still brings an hour's work forward", "[plan]") {
  const WeekMinutes minutes{Minutes{60}, Minutes{60}, Minutes{0}};
  const auto weeks =
      lay_out({load(1, minutes)}, frame("2026-11-30", "mon=59m@19:00,tue=59m@19:00,wed=59m@19:00"));
  const Date monday = day("2026-11-30");
  CHECK(weeks[0].blocks == std::vector<Block>{
                               {monday, at("19:00"), Minutes{59}, BlockKind::read},
                               {monday + Days{1}, at("19:00"), Minutes{1}, BlockKind::read},
                               {monday + Days{1}, at("19:01"), Minutes{58}, BlockKind::lab},
                               {monday + Days{2}, at("19:00"), Minutes{2}, BlockKind::lab},
                           });
}

TEST_CASE("breaks are left out, and a week that would begin on one begins after it", "[plan]") {
  Frame christmas = frame("2026-12-14");
  christmas.breaks = {{day("2026-12-26"), day("2027-01-03")},
                      {day("2026-12-21"), day("2026-12-25")}};
  const auto weeks = lay_out(loads(2), christmas);
  CHECK(weeks[0].from == day("2026-12-14"));
  CHECK(weeks[0].to == day("2027-01-03"));
  CHECK(weeks[1].from == day("2027-01-04"));
  CHECK(weeks[1].to == day("2027-01-10"));

  Frame off_at_start = frame("2026-12-21");
  off_at_start.breaks = christmas.breaks;
  CHECK(lay_out(loads(1), off_at_start)[0].from == day("2027-01-04"));
}

TEST_CASE("a break within a week puts its work off, whatever other breaks it overlaps", "[plan]") {
  Frame frame_with_breaks = frame("2026-11-30");
  frame_with_breaks.breaks = {{day("2026-12-01"), day("2026-12-05")},
                              {day("2026-12-02"), day("2026-12-02")},
                              {day("2026-12-04"), day("2026-12-06")}};
  const auto weeks = lay_out(loads(2), frame_with_breaks);
  CHECK(weeks[0].blocks.front().on == day("2026-12-08"));
  CHECK(weeks[0].to == day("2026-12-13"));
  CHECK(weeks[1].from == day("2026-12-14"));
}

TEST_CASE("a break that ends before it begins is refused", "[plan]") {
  Frame backwards = frame("2026-11-30");
  backwards.breaks = {{day("2026-12-05"), day("2026-12-04")}};
  CHECK(refusal(loads(1), backwards) ==
        "the break from 2026-12-05 to 2026-12-04 ends before it begins");
}

// The day on which so many minutes are over if nothing of any slot is left out.
Date packed(Minutes minutes, const Frame& frame) {
  Date last = frame.start;
  for (Date date = frame.start; minutes > Minutes{0}; last = date, date = date + Days{1})
    for (const auto& slot : frame.available.on(date.weekday())) minutes -= slot.length;
  return last;
}

TEST_CASE("flow loses no hours of a long curriculum of uneven weeks", "[plan]") {
  // 57 courses of 8 to 117 hours: 2,076 hours, each as one week.
  std::vector<WeekLoad> courses;
  Minutes total{0};
  for (int i = 1; i <= 57; ++i) {
    const int hours = i == 1 ? 117 : i == 2 ? 88 : i == 3 ? 8 : 8 + (i * 31) % 54;
    courses.push_back(load(i, {Minutes{hours * 30}, Minutes{hours * 20}, Minutes{hours * 10}}));
    total += courses.back().minutes.total();
  }
  CHECK(total == std::chrono::hours{2076});
  for (const std::string_view slots : {usual_availability, std::string_view{"sat=9h,sun=2h15m"},
                                       std::string_view{"mon=45m,tue=45m,thu=1h,sat=3h,sun=90m"}}) {
    INFO(slots);
    const Frame flow = frame("2026-11-30", slots, Fit::flow);
    CHECK(lay_out(courses, flow).back().to == packed(total, flow));
  }
}

TEST_CASE("two weeks in one slot follow each other by the clock", "[plan]") {
  const WeekMinutes half{Minutes{30}, Minutes{0}, Minutes{0}};
  const auto weeks = lay_out({load(1, half), load(2, half), load(3, half)},
                             frame("2026-11-30", "mon=1h@19:00,wed=1h", Fit::flow));
  const Date monday = day("2026-11-30");
  CHECK(weeks[0].blocks == std::vector<Block>{{monday, at("19:00"), Minutes{30}, BlockKind::read}});
  CHECK(weeks[1].blocks == std::vector<Block>{{monday, at("19:30"), Minutes{30}, BlockKind::read}});
  CHECK(weeks[1].from == monday);
  CHECK(weeks[2].from == monday + Days{1});
  CHECK(weeks[2].to == monday + Days{2});
}

TEST_CASE("a week of modules lasts as long as its blocks", "[plan]") {
  auto modules = load(1, {Minutes{60}, Minutes{0}, Minutes{0}});
  modules.only_modules = true;
  const auto weeks = lay_out({load(1), modules, load(2)}, frame("2026-11-30"));
  CHECK(weeks[1].from == day("2026-12-07"));
  CHECK(weeks[1].to == day("2026-12-08"));
  CHECK(weeks[2].from == day("2026-12-09"));
  CHECK(lay_out({load(1), modules}, frame("2026-11-30"))[1].to == day("2026-12-08"));
}

TEST_CASE("a week without minutes still takes its days", "[plan]") {
  const std::vector<WeekLoad> rest_between{load(1), load(2, {}), load(3)};
  const auto weekly = lay_out(rest_between, frame("2026-11-30"));
  CHECK(weekly[1].blocks.empty());
  CHECK(weekly[1].from == day("2026-12-07"));
  CHECK(weekly[2].from == day("2026-12-14"));
  const auto flow = lay_out(rest_between, frame("2026-11-30", usual_availability, Fit::flow));
  CHECK(flow[1].from == day("2026-12-07"));
  CHECK(flow[1].to == day("2026-12-07"));
  CHECK(flow[2].from == day("2026-12-07"));  // it takes no time
}

TEST_CASE("without capacity only a plan without work can be laid", "[plan]") {
  CHECK(refusal({load(1, {}), load(2)}, frame("2026-11-30", "")) ==
        "no capacity: the usual week has no time for study, but the plan needs 7h for \"w2\"");
  CHECK(lay_out({load(1, {})}, frame("2026-11-30", ""))[0].to == day("2026-12-06"));
  CHECK(lay_out({}, frame("2026-11-30", "")).empty());
}

TEST_CASE("a plan ends by 9999-12-31 or is refused", "[plan]") {
  const std::string past = "the plan would run past 9999-12-31, the last day of the calendar";
  // 9999-12-25 is a Saturday, so the week after it ends the calendar.
  CHECK(refusal(loads(1), frame("9999-12-25")) == "laid out to 9999-12-31");
  CHECK(refusal(loads(1), frame("9999-12-26")) == past);
  CHECK(refusal(loads(2), frame("9999-12-18")) == "laid out to 9999-12-31");
  CHECK(refusal(loads(2), frame("9999-12-19")) == past);
  CHECK(refusal(loads(1), frame("9999-12-25", "sat=1h")) == past);
  Frame forever = frame("2026-11-30");
  forever.breaks = {{day("2026-12-03"), Date::last()}};
  const std::string endless =
      "the break until 9999-12-31 leaves no day for study: a break needs an end";
  CHECK(refusal(loads(1), forever) == endless);
  forever.breaks = {{day("2026-11-30"), Date::last()}};
  CHECK(refusal(loads(1), forever) == endless);
}

TEST_CASE("a plan may begin with the calendar", "[plan]") {
  CHECK(lay_out(loads(1), frame("0001-01-01"))[0].to == day("0001-01-07"));
}

TEST_CASE("the longest curriculum fits the calendar", "[plan]") {
  const auto weeks = lay_out(loads(100'000), frame("2026-11-30"));
  CHECK(weeks.back().to == day("2026-11-30") + Days{700'000 - 1});
}

}  // namespace
}  // namespace gradus::plan::layout_test
