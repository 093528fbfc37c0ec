#include "gradus/plan/progress.hpp"
#include "gradus/plan/reschedule.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace gradus::plan::remaining_test {
namespace {

using namespace gradus::test;
using curriculum::WeekId;
using curriculum::WeekMinutes;

WeekMinutes of(int read, int lab, int review) {
  return {Minutes{read}, Minutes{lab}, Minutes{review}};
}

TEST_CASE("what is left of a week is told kind by kind", "[plan]") {
  const auto planned = of(180, 180, 60);
  CHECK(remaining(planned, {}) == planned);
  CHECK(remaining(planned, of(100, 0, 60)) == of(80, 180, 0));
  CHECK(remaining(planned, planned) == WeekMinutes{});
}

TEST_CASE("what was studied over one kind stands for the others", "[plan]") {
  CHECK(remaining(of(180, 180, 60), of(200, 0, 0)) == of(0, 160, 60));
  CHECK(remaining(of(180, 180, 60), of(0, 300, 0)) == of(60, 0, 60));
  CHECK(remaining(of(180, 180, 60), of(0, 400, 0)) == of(0, 0, 20));
  CHECK(remaining(of(180, 180, 60), of(0, 0, 900)) == WeekMinutes{});
}

TEST_CASE("laws of what is left", "[plan]") {
  REQUIRE(
      rc::check("it is the planned time less the studied, and of no kind more than planned", [] {
        const auto any = rc::gen::inRange(0, 300);
        const auto planned = of(*any, *any, *any);
        const auto done = of(*any, *any, *any);
        const auto rest = remaining(planned, done);
        RC_ASSERT(rest.total() == std::max(planned.total() - done.total(), Minutes{0}));
        for (const auto kind : calendar::block_kinds) {
          RC_ASSERT(rest.of(kind) >= Minutes{0});
          RC_ASSERT(rest.of(kind) <= std::max(planned.of(kind) - done.of(kind), Minutes{0}));
        }
      }));
}

// What was done for plan weeks that all carry w1, 60 minutes of reading and of labs each.
std::vector<WeekMinutes> done(int weeks, WeekMinutes logged) {
  const auto plan = plan_of(std::vector(static_cast<std::size_t>(weeks), load(1, of(60, 60, 0))),
                            frame("2026-11-30"));
  std::vector<WeekMinutes> result;
  for (const auto& week : progress(plan, {{WeekId{"w1"}, {{plan.start, logged}}}}, plan.start)) {
    CHECK(week.actual == week.done.total());
    result.push_back(week.done);
  }
  return result;
}

TEST_CASE("minutes fill the plan weeks of a stretched week kind by kind", "[plan]") {
  CHECK((done(1, of(10, 20, 30)) == std::vector{of(10, 20, 30)}));
  CHECK((done(2, of(60, 60, 0)) == std::vector{of(60, 60, 0), of(0, 0, 0)}));
  CHECK((done(2, of(90, 60, 0)) == std::vector{of(60, 60, 0), of(30, 0, 0)}));
  // Too much of one kind makes up for what lacks of the other; what is over stays with the last.
  CHECK((done(2, of(90, 10, 0)) == std::vector{of(90, 10, 0), of(0, 0, 0)}));
  CHECK((done(2, of(0, 300, 0)) == std::vector{of(0, 120, 0), of(0, 180, 0)}));
}

TEST_CASE("nothing logged before a gate week was laid fills it", "[plan]") {
  auto weeks = loads(2);
  auto gate = load(2, of(0, 300, 0));
  gate.gate = true;
  gate.key = "w2.gate";
  weeks.push_back(gate);
  const auto plan = plan_of(weeks, frame("2026-11-30"));
  StudyDays logged;
  for (const char* week : {"w1", "w2"}) logged[WeekId{week}][plan.start].read = Minutes{600};
  const auto rest = [&](std::string_view today) {
    const auto on = day(today);
    const auto again =
        reschedule_remaining(plan, progress(plan, logged, on), {}, frame("2026-11-30"), on);
    return again.back().minutes();
  };
  CHECK(rest("2026-12-13") == Minutes{300});
  // Once it has begun, what is still lacking is in the next.
  CHECK(rest("2026-12-17") == Minutes{0});
}

TEST_CASE("what was studied on one day fills plan weeks in the order of the curriculum", "[plan]") {
  // The first carries w1 and w2, each of which is carried once more.
  std::vector<WeekLoad> weeks{load(1, of(57, 0, 0)), load(2), load(1)};
  weeks.front().carries.push_back({WeekId{"w2"}, {}});
  const auto plan = plan_of(weeks, frame("2026-11-30"));
  StudyDays logged;
  for (int i = 0; i < 20; ++i)
    for (const char* week : {"w1", "w2"})
      logged[WeekId{week}][plan.start - calendar::Days{i}].read = Minutes{3};
  // Of the tenth day's minutes, it is those of w1 for which there is room.
  const auto result = progress(plan, logged, plan.start);
  CHECK(result[0].actual == Minutes{57});
  CHECK(result[1].actual == Minutes{33});
  CHECK(result[2].actual == Minutes{30});
}

}  // namespace
}  // namespace gradus::plan::remaining_test
