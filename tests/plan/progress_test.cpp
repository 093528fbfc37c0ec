#include "gradus/plan/progress.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>

namespace gradus::plan::progress_test {
namespace {

using namespace gradus::test;
using calendar::Days;
using curriculum::TierId;
using curriculum::WeekId;

// All on the first day of the plan.
StudyDays logged(std::initializer_list<std::pair<const char*, int>> weeks) {
  StudyDays result;
  for (const auto& [week, minutes] : weeks)
    result[WeekId{week}][day("2026-11-30")].read = Minutes{minutes};
  return result;
}

std::vector<int> actual(const std::vector<WeekProgress>& weeks) {
  std::vector<int> result;
  result.reserve(weeks.size());
  for (const WeekProgress& week : weeks) result.push_back(static_cast<int>(week.actual.count()));
  return result;
}

std::vector<bool> complete(const std::vector<WeekProgress>& weeks) {
  std::vector<bool> result;
  result.reserve(weeks.size());
  for (const WeekProgress& week : weeks) result.push_back(week.complete);
  return result;
}

WeekLoad carrying(int number, std::initializer_list<const char*> weeks) {
  WeekLoad result = load(number);
  result.carries.clear();
  curriculum::WeekMinutes part = usual_minutes;  // in equal parts
  for (const auto kind : calendar::block_kinds) part.of(kind) /= static_cast<int>(weeks.size());
  for (const char* week : weeks) result.carries.push_back({curriculum::WeekId{week}, part});
  return result;
}

const Frame from_monday = frame("2026-11-30");

TEST_CASE("a week is complete with its planned minutes, or 80% of them once it is over", "[plan]") {
  const Plan plan = plan_of(loads(1), from_monday);  // to 2026-12-06, 420 minutes
  const auto done = [&plan](int minutes, const char* today) {
    return progress(plan, logged({{"w1", minutes}}), day(today)).front().complete;
  };
  CHECK_FALSE(done(419, "2026-12-06"));
  CHECK(done(420, "2026-11-30"));
  CHECK(done(421, "2026-11-30"));
  CHECK_FALSE(done(335, "2026-12-07"));
  CHECK(done(336, "2026-12-07"));
  CHECK_FALSE(done(336, "2026-12-06"));
  CHECK_FALSE(progress(plan, {}, day("2027-12-07")).front().complete);
}

TEST_CASE("80% is of the exact minutes", "[plan]") {
  const curriculum::WeekMinutes odd{Minutes{421}, Minutes{0}, Minutes{0}};
  const Plan plan = plan_of({load(1, odd)}, from_monday);  // 80% are 336.8
  const auto later = plan.finish() + Days{1};
  CHECK_FALSE(progress(plan, logged({{"w1", 336}}), later).front().complete);
  CHECK(progress(plan, logged({{"w1", 337}}), later).front().complete);
}

TEST_CASE("a week without planned minutes is complete once it is over", "[plan]") {
  const Plan plan = plan_of({load(1, {})}, from_monday);
  CHECK_FALSE(progress(plan, {}, day("2026-12-06")).front().complete);
  CHECK(progress(plan, {}, day("2026-12-07")).front().complete);
}

TEST_CASE("minutes count for the week they were logged for", "[plan]") {
  const Plan plan = plan_of(loads(3), from_monday);
  const auto weeks = progress(plan, logged({{"w1", 500}, {"w3", 10}, {"other", 99}}), plan.start);
  CHECK(actual(weeks) == std::vector{500, 0, 10});
  CHECK(complete(weeks) == std::vector{true, false, false});
  CHECK(weeks[1].planned == Minutes{420});
}

TEST_CASE("a compressed week counts the minutes of all it carries", "[plan]") {
  const Plan plan = plan_of({carrying(1, {"w1", "w2"}), carrying(2, {"w3"})}, from_monday);
  const auto weeks = progress(plan, logged({{"w1", 200}, {"w2", 300}, {"w3", 1}}), plan.start);
  CHECK(actual(weeks) == std::vector{500, 1});
}

TEST_CASE("a stretched week's minutes fill its plan weeks in order", "[plan]") {
  const Plan plan =
      plan_of({carrying(1, {"w1"}), carrying(2, {"w1", "w2"}), carrying(3, {"w2"})}, from_monday);
  const auto filled = [&plan](int w1, int w2) {
    return actual(progress(plan, logged({{"w1", w1}, {"w2", w2}}), plan.start));
  };
  CHECK(filled(400, 0) == std::vector{400, 0, 0});
  CHECK(filled(500, 0) == std::vector{420, 80, 0});
  CHECK(filled(500, 400) == std::vector{420, 420, 60});
  CHECK(filled(900, 0) == std::vector{420, 480, 0});
  CHECK(filled(900, 10) == std::vector{420, 480, 10});
  CHECK(filled(0, 900) == std::vector{0, 420, 480});
}

TEST_CASE("a full plan week takes none of any kind, and one at 80% none after its dates",
          "[plan]") {
  const Plan plan = plan_of({carrying(1, {"w1", "w2"}), carrying(2, {"w2"})}, from_monday);
  StudyDays days;
  days[WeekId{"w1"}][day("2026-12-01")].read = Minutes{420};
  days[WeekId{"w2"}][day("2026-12-02")].lab = Minutes{180};
  CHECK(actual(progress(plan, days, plan.start)) == std::vector{420, 180});

  StudyDays later;
  later[WeekId{"w2"}][day("2026-12-01")].read = Minutes{336};
  later[WeekId{"w2"}][day("2026-12-07")].read = Minutes{60};  // the first week is over
  CHECK(actual(progress(plan, later, day("2026-12-07"))) == std::vector{336, 60});
}

}  // namespace
}  // namespace gradus::plan::progress_test
