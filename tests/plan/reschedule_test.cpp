#include "gradus/plan/reschedule.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/current_weeks.hpp"
#include "gradus/plan/options.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::plan::reschedule_test {
namespace {

using namespace gradus::test;
using calendar::Date;
using calendar::Days;
using curriculum::TierId;
using curriculum::WeekId;

const Frame monday = frame("2026-11-30");

struct Logged {
  std::string week;
  int minutes;
  std::string_view on;
};

StudyDays study(const std::vector<Logged>& all) {
  StudyDays days;
  for (const auto& [week, minutes, on] : all) days[WeekId{week}][day(on)].lab += Minutes{minutes};
  return days;
}

Plan again(const Plan& plan, const std::vector<Logged>& logged, std::string_view today,
           const Frame& frame = monday, int studied_today = 0) {
  std::vector<WeekLoad> loads;
  for (const PlanWeek& week : plan.weeks) loads.push_back(week.load);
  const auto dates = reschedule_remaining(plan, progress(plan, study(logged), day(today)), {},
                                          frame, day(today), Minutes{studied_today});
  return join(plan.start, loads, dates, plan.baseline_finish);
}

// "11-30..12-06 past 3, left 120 in 2": each week's days, and its blocks.
std::string in_words(const PlanWeek& week) {
  int past = 0;
  int ahead = 0;
  for (const Block& block : week.dates.blocks) ++(block.past ? past : ahead);
  return fmt::format("{}..{} past {}, left {} in {}", week.dates.from.iso().substr(5),
                     week.dates.to.iso().substr(5), past, week.dates.minutes().count(), ahead);
}

TEST_CASE("a week finished early gives up its days, and the next is drawn nearer", "[plan]") {
  const Plan plan = again(plan_of(loads(3), monday), {{"w1", 420, "2026-12-02"}}, "2026-12-03");
  CHECK(in_words(plan.weeks[0]) == "11-30..12-02 past 2, left 0 in 0");
  CHECK(plan.weeks[0].dates.finished);
  CHECK(in_words(plan.weeks[1]) == "12-03..12-09 past 0, left 420 in 5");
  CHECK(plan.weeks[2].dates.from == day("2026-12-10"));
}

TEST_CASE("a week finished at 80% has no remainder", "[plan]") {
  const Plan plan = again(plan_of(loads(3), monday), {{"w1", 336, "2026-12-02"}}, "2026-12-08");
  CHECK(in_words(plan.weeks[0]) == "11-30..12-06 past 5, left 0 in 0");
  CHECK(in_words(plan.weeks[1]) == "12-08..12-13 past 0, left 420 in 5");
  // While its dates run it is not finished.
  const Plan sunday = again(plan_of(loads(3), monday), {{"w1", 336, "2026-12-02"}}, "2026-12-06");
  CHECK(in_words(sunday.weeks[0]) == "12-06..12-08 past 4, left 84 in 2");
}

TEST_CASE("a week planned again and finished on one day keeps its past", "[plan]") {
  const Plan once = again(plan_of(loads(3), monday), {{"w1", 120, "2026-12-02"}}, "2026-12-03");
  CHECK(in_words(once.weeks[0]) == "12-03..12-06 past 2, left 300 in 4");
  const Plan twice = again(once, {{"w1", 420, "2026-12-03"}}, "2026-12-03");
  CHECK(in_words(twice.weeks[0]) == "11-30..12-02 past 2, left 0 in 0");
}

TEST_CASE("a week finished before it began takes a single day, in flow none", "[plan]") {
  const std::vector<Logged> ahead{{"w2", 420, "2026-12-01"}};
  const Plan weekly = again(plan_of(loads(3), monday), ahead, "2026-12-02");
  CHECK(in_words(weekly.weeks[1]) == "12-09..12-09 past 0, left 0 in 0");
  CHECK(weekly.weeks[2].dates.from == day("2026-12-10"));
  const Frame flow = frame("2026-11-30", usual_availability, Fit::flow);
  const Plan plan = again(plan_of(loads(3), flow), ahead, "2026-12-02", flow);
  CHECK(plan.weeks[1].dates.from == plan.weeks[2].dates.from);
}

TEST_CASE("weeks that a re-plan put off, once finished, keep their own past alone", "[plan]") {
  const Plan late = again(plan_of(loads(2), monday), {}, "2026-12-21");
  REQUIRE(late.weeks[1].dates.from > day("2026-12-21"));
  const Plan over =
      again(late, {{"w1", 420, "2026-12-21"}, {"w2", 420, "2026-12-21"}}, "2026-12-22");
  CHECK(over.weeks[0].dates.from == day("2026-11-30"));
  CHECK(over.weeks[0].dates.to < over.weeks[1].dates.from);
  CHECK(over.weeks[1].dates.to == day("2026-12-13"));
}

TEST_CASE("a week of no minutes is finished when its dates are over", "[plan]") {
  auto three = loads(3);
  three[1].minutes = {};
  const std::vector<Logged> first{{"w1", 420, "2026-12-02"}};
  const Plan midway = again(plan_of(three, monday), first, "2026-12-09");
  CHECK(in_words(midway.weeks[1]) == "12-07..12-13 past 0, left 0 in 0");
  CHECK_FALSE(midway.weeks[1].dates.finished);
  CHECK(midway.weeks[2].dates.from == day("2026-12-14"));
  const Plan later = again(plan_of(three, monday), first, "2026-12-14");
  CHECK(later.weeks[1].dates.finished);
}

TEST_CASE("what is logged beyond a week fills the next that is not finished", "[plan]") {
  const Plan plan = again(plan_of(loads(4), monday),
                          {{"w1", 500, "2026-12-03"}, {"w2", 420, "2026-12-04"}}, "2026-12-07");
  CHECK(plan.weeks[1].dates.finished);
  CHECK(plan.weeks[2].dates.minutes() == Minutes{340});
  CHECK(plan.weeks[3].dates.minutes() == Minutes{420});
  // It may fill it whole; then nothing of it is left to plan.
  const Plan whole = again(plan_of(loads(4), monday), {{"w1", 900, "2026-12-03"}}, "2026-12-07");
  CHECK(whole.weeks[1].dates.finished);
  CHECK(whole.weeks[2].dates.minutes() == Minutes{360});
}

TEST_CASE("a week that surplus fills in part is studied with the rest", "[plan]") {
  const StudyDays surplus = study({{"w1", 540, "2026-12-03"}});
  const Plan before = plan_of(loads(3), monday);
  const auto dates = reschedule_remaining(before, progress(before, surplus, day("2026-12-07")), {},
                                          monday, day("2026-12-07"));
  const Plan plan = join(before.start, loads(3), dates, before.baseline_finish);
  CHECK(plan.weeks[1].dates.filled == Minutes{120});
  CHECK(plan.weeks[1].dates.minutes() == Minutes{300});
  const StudyDays with_rest = study({{"w1", 540, "2026-12-03"}, {"w2", 300, "2026-12-09"}});
  CHECK(progress(plan, with_rest, day("2026-12-10"))[1].complete);
  CHECK(CurrentWeeks(plan, with_rest).on(day("2026-12-10"), TierId{"sql"}).week == WeekId{"w3"});
  CHECK(CurrentWeeks(plan, surplus).on(day("2026-12-10"), TierId{"sql"}).week == WeekId{"w2"});
}

TEST_CASE("surplus that filled a week fills no other at a later re-plan", "[plan]") {
  const std::vector<Logged> first{{"w1", 480, "2026-12-03"}};
  const Plan once = again(plan_of(loads(4), monday), first, "2026-12-07");
  CHECK(once.weeks[1].dates.minutes() == Minutes{360});
  const std::vector<Logged> then{{"w1", 480, "2026-12-03"}, {"w2", 360, "2026-12-12"}};
  const Plan twice = again(once, then, "2026-12-14");  // 360 of 420 are more than 80%
  CHECK(twice.weeks[1].dates.finished);
  CHECK(twice.weeks[1].dates.filled == Minutes{60});
  CHECK(twice.weeks[2].dates.minutes() == Minutes{420});
}

TEST_CASE("what is logged beyond a tier's weeks fills no other tier's", "[plan]") {
  auto two_tiers = loads(2);
  two_tiers[1].tier = TierId{"python"};
  const Plan plan = again(plan_of(two_tiers, monday), {{"w1", 900, "2026-12-03"}}, "2026-12-04");
  CHECK(plan.weeks[1].dates.minutes() == Minutes{420});
}

TEST_CASE("a re-plan keeps the first day of a tier and the 7 days of a week", "[plan]") {
  const Plan plan = again(plan_of(loads(2), monday), {{"w1", 120, "2026-12-02"}}, "2026-12-03");
  CHECK(plan.tiers().front().from == day("2026-11-30"));
  CHECK(plan.weeks[1].dates.from == day("2026-12-07"));
}

TEST_CASE("today's slots are left what was not studied today", "[plan]") {
  const Plan plan =
      again(plan_of(loads(1), monday), {{"w1", 40, "2026-12-01"}}, "2026-12-01", monday, 40);
  CHECK(plan.weeks[0].dates.blocks.front().minutes == Minutes{20});
}

// A tier of w1 to w6 in so many plan weeks.
struct Sql {
  curriculum::Curriculum curriculum = curriculum_of(
      {tier("sql", {week("w1"), week("w2"), week("w3"), week("w4"), week("w5"), week("w6")}),
       tier("python", {week("w7")})});
  [[nodiscard]] std::vector<WeekLoad> in(int weeks) const {
    return arrange(curriculum, {.weeks = {{TierId{"sql"}, weeks}}});
  }
};

TEST_CASE("a tier stretched midway goes on from what was logged", "[plan]") {
  const Sql sql;
  const Plan before = plan_of(sql.in(6), monday);
  const History history{{}, study({{"w1", 420, "2026-12-03"}, {"w2", 200, "2026-12-08"}})};
  const auto loads = sql.in(7);
  const Plan plan =
      join(before.start, loads, reschedule(before, loads, monday, day("2026-12-09"), history),
           before.start);
  CHECK(in_words(plan.weeks[0]) == "11-30..12-05 past 4, left 0 in 0");
  CHECK(plan.weeks[0].dates.finished);
  CHECK(in_words(plan.weeks[1]) == "12-09..12-12 past 2, left 100 in 3");
  CHECK(in_words(plan.weeks[2]) == "12-13..12-19 past 0, left 360 in 5");
  CHECK(plan.tiers().front().from == day("2026-11-30"));
}

TEST_CASE("a tier that has not begun is divided without a trace", "[plan]") {
  const Sql sql;
  const Plan before = plan_of(sql.in(6), monday);
  const auto dates = reschedule(before, sql.in(4), monday, monday.start);
  CHECK(dates == lay_out(sql.in(4), monday));
}

TEST_CASE("neither a date to finish by nor catching up lays a finished week again", "[plan]") {
  const Sql sql;
  const Plan before = plan_of(sql.in(6), monday);
  const Situation situation{.curriculum = sql.curriculum,
                            .shape = {},
                            .frame = monday,
                            .plan = before,
                            .logged = study({{"w1", 420, "2026-12-02"}}),
                            .passed = {},
                            .repeats = {},
                            .today = day("2026-12-03")};
  const auto lay = [&](const Frame& frame) { return lay_again(situation, {}, frame); };
  const auto accelerated = finish_by(day("2027-01-10"), situation.today, monday, {}, lay);
  CHECK(accelerated.plan.weeks[0].dates.minutes() == Minutes{0});
  CHECK(accelerated.plan.weeks[0].dates.to == day("2026-12-02"));
  Minutes left{0};
  for (const PlanWeek& week : accelerated.plan.weeks) left += week.dates.minutes();
  CHECK(left == Minutes{6 * 420});
}

}  // namespace
}  // namespace gradus::plan::reschedule_test
