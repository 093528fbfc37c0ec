#include "gradus/plan/reasons.hpp"

#include "gradus/plan/progress.hpp"
#include "gradus/plan/reschedule.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::plan::reasons_test {
namespace {

using namespace gradus::test;

constexpr auto read_hinted = "mon=1h@19:00,sat=6h@09:00:read,sun=2h";

std::vector<std::string> placed(const WeekReasons& reasons) {
  std::vector<std::string> words;
  for (const auto& reason : reasons.blocks)
    words.push_back(std::string(calendar::name(reason.block.kind)) + " by " +
                    std::string(name(reason.placed)));
  return words;
}

TEST_CASE("a week begins with the plan, after 7 days or after the last block", "[plan]") {
  const Frame usual = frame("2026-11-30");
  const Plan plan = plan_of(loads(2), usual);
  const auto first = reasons(plan, usual, 0);
  CHECK(first.begins == Begins::with_plan);
  CHECK(first.before == nullptr);
  const auto second = reasons(plan, usual, 1);
  CHECK(second.begins == Begins::seven_days);
  CHECK(second.first_day == day("2026-12-07"));
  CHECK(second.before == plan.weeks.data());
  const Frame little = frame("2026-11-30", "mon=1h");
  CHECK(reasons(plan_of(loads(2), little), little, 1).begins == Begins::last_block);
}

TEST_CASE("in flow a week begins in the time that is left", "[plan]") {
  const Frame flow = frame("2026-11-30", "sat=10h", Fit::flow);
  CHECK(reasons(plan_of(loads(2), flow), flow, 1).begins == Begins::time_left);
  const Frame full = frame("2026-11-30", "sat=7h", Fit::flow);
  CHECK(reasons(plan_of(loads(2), full), full, 1).begins == Begins::last_block);
}

TEST_CASE("a week is moved past the break it would begin on", "[plan]") {
  Frame with_break = frame("2026-11-30");
  with_break.breaks = {{day("2026-12-05"), day("2026-12-08"), "Oslo"},
                       {day("2026-12-09"), day("2026-12-09")}};
  const Plan plan = plan_of(loads(2), with_break);
  const auto week = reasons(plan, with_break, 0);
  CHECK_FALSE(week.moved_past);
  CHECK(week.breaks.size() == 2);
  Frame later_break = frame("2026-11-30");
  later_break.breaks = {{day("2026-12-07"), day("2026-12-08"), "Oslo"}};
  const Plan moved = plan_of(loads(2), later_break);
  const auto next = reasons(moved, later_break, 1);
  REQUIRE(next.moved_past);
  CHECK(next.moved_past->note == "Oslo");
  CHECK(next.begins == Begins::seven_days);
  CHECK(next.first_day == day("2026-12-09"));
}

TEST_CASE("a block has its slot, by the slot's hint or by the order of kinds", "[plan]") {
  const Frame hinted = frame("2026-11-30", read_hinted);
  const auto week =
      reasons(plan_of({load(1, {Minutes{120}, Minutes{180}, Minutes{60}})}, hinted), hinted, 0);
  CHECK(placed(week) == std::vector<std::string>{"read by order", "read by hint", "lab by order",
                                                 "review by order"});
  REQUIRE(week.blocks[1].slot);
  CHECK(week.blocks[1].slot->length == Minutes{360});
}

TEST_CASE("what lies behind, and what has no slot any more, stays", "[plan]") {
  const Frame usual = frame("2026-11-30");
  Plan plan = plan_of(loads(1), usual);
  plan.weeks[0].dates.blocks[0].past = true;
  const auto week = reasons(plan, frame("2026-11-30", "tue=1h@19:00"), 0);
  CHECK(week.blocks[0].placed == Placed::past);
  CHECK(week.blocks[1].placed == Placed::kept);
  CHECK_FALSE(week.blocks[1].slot);
}

TEST_CASE("a week drawn nearer names the one that was finished early", "[plan]") {
  const Frame usual = frame("2026-11-30");
  const Plan before = plan_of(loads(2), usual);
  const StudyDays study{{curriculum::WeekId{"w1"}, {{day("2026-12-01"), {Minutes{420}, {}, {}}}}}};
  const auto today = day("2026-12-03");
  const auto dates = reschedule_remaining(before, progress(before, study, today), {}, usual, today);
  const Plan plan = join(before.start, loads(2), dates, before.baseline_finish);
  const auto week = reasons(plan, usual, 1);
  CHECK(week.begins == Begins::finished_early);
  CHECK(week.first_day == today);
}

TEST_CASE("every day and block of a new plan has its reason", "[plan]") {
  REQUIRE(rc::check([] {
    const auto available = *rc::gen::element<std::string>(
        "mon=1h@20:30,sat=3h@09:00:lab", "tue=50m,tue=1h:review,sun=4h@10:00:read", "wed=45m");
    const auto fit = *rc::gen::element(Fit::weekly, Fit::flow);
    Frame any = frame("2026-11-30", available, fit);
    const auto from = day("2026-12-01") + calendar::Days{*rc::gen::inRange(0, 30)};
    any.breaks = {{from, from + calendar::Days{*rc::gen::inRange(0, 9)}}};
    std::vector<WeekLoad> weeks;
    const auto minutes = [] { return Minutes{5 * *rc::gen::inRange(0, 40)}; };
    for (int i = 1; i <= *rc::gen::inRange(1, 6); ++i)
      weeks.push_back(load(i, {minutes() + Minutes{5}, minutes(), minutes()}));
    const Plan plan = plan_of(weeks, any);
    for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
      const auto week = reasons(plan, any, i);
      RC_ASSERT(week.begins != Begins::kept);
      RC_ASSERT(week.begins != Begins::finished_early);
      for (const auto& block : week.blocks) {
        RC_ASSERT(block.slot.has_value());
        RC_ASSERT(block.placed == Placed::hint || block.placed == Placed::order);
      }
    }
  }));
}

}  // namespace
}  // namespace gradus::plan::reasons_test
