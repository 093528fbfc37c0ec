#include "gradus/plan/carry_over.hpp"

#include "gradus/plan/build_plan.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::plan::carry_over_test {
namespace {

using namespace gradus::test;
using curriculum::Curriculum;
using curriculum::TierId;
using curriculum::WeekId;

const TierId sql{"sql"};

// Tier "sql" of so many weeks, w1, w2, …, which may be halved; then "etl" of v1 and v2.
Curriculum version(int weeks) {
  std::vector<curriculum::Week> own;
  for (int number = 1; number <= weeks; ++number) own.push_back(week("w" + std::to_string(number)));
  auto first = tier("sql", std::move(own));
  first.compress = curriculum::Compress::half;
  return curriculum_of({std::move(first), tier("etl", {week("v1"), week("v2")})});
}

CarriedOver carried(const Shape& shape, const Curriculum& before, const Curriculum& after,
                    const std::string& today = "2026-11-30") {
  const auto plan = first_plan(before, shape, frame("2026-11-30"));
  return carry_over(shape, plan, before, after, day(today));
}

Shape in_weeks(int weeks) {
  return {.weeks = {{sql, weeks}}};
}

// The plan weeks that are left of so many, chosen for a tier of `before`; 0: the usual ones.
int left_of(int chosen, int before, const Curriculum& after) {
  const auto weeks = carried(in_weeks(chosen), version(before), after).shape.weeks;
  return weeks.empty() ? 0 : weeks.at(sql);
}

Shape with_module(const std::string& home) {
  const Minutes hour{60};
  curriculum::Module module{curriculum::ModuleId{"deep"},
                            "Deep",
                            curriculum::CurriculumId{"small"},
                            "",
                            {},
                            {WeekId{home}},
                            {},
                            {hour, hour, hour},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {}};
  return {.modules = {module}};
}

std::string home_of(const CarriedOver& carried) {
  return carried.shape.modules.empty() ? "none"
                                       : carried.shape.modules.front().weeks.front().text();
}

TEST_CASE("the same version keeps every choice and has nothing to say", "[plan]") {
  auto shape = with_module("w2");
  shape.weeks = {{sql, 3}};
  shape.repeats = {WeekId{"w1"}, WeekId{"w1"}};
  shape.trimmed = {WeekId{"w2"}};
  const auto after = carried(shape, version(4), version(4));
  CHECK(after.shape.weeks == shape.weeks);
  CHECK(after.shape.repeats == shape.repeats);
  CHECK(after.shape.trimmed == shape.trimmed);
  CHECK(home_of(after) == "w2");
  CHECK(after.notes.empty());
}

TEST_CASE("a tier stays compressed or stretched where its new weeks allow it", "[plan]") {
  CHECK(left_of(3, 4, version(5)) == 3);
  CHECK(left_of(2, 4, version(6)) == 3);  // half at most
  CHECK(left_of(2, 6, version(9)) == 3);  // a third, as before
  CHECK(left_of(3, 4, version(3)) == 0);
  CHECK(left_of(3, 4, version(2)) == 0);
  CHECK(left_of(6, 4, version(5)) == 6);
  CHECK(left_of(6, 4, version(6)) == 0);

  auto never = version(5);
  never.tiers.front().compress = curriculum::Compress::never;
  CHECK(left_of(3, 4, never) == 0);
  CHECK(left_of(6, 4, never) == 6);
  const auto told = carried(in_weeks(3), version(4), version(2));
  REQUIRE(told.notes.size() == 1);
  CHECK(told.notes.front() == "sql was planned in 3 weeks, and now takes its usual 2");
}

TEST_CASE("choices for what is retired go with it", "[plan]") {
  Shape shape{.weeks = {{sql, 3}}, .repeats = {WeekId{"w1"}}, .trimmed = {WeekId{"w1"}}};
  auto after = version(4);
  after.tiers.front().weeks.front().retired = true;
  const auto week = carried(shape, version(4), after);
  CHECK(week.shape.repeats.empty());
  CHECK(week.shape.trimmed.empty());
  CHECK(week.notes.back() == "w1 will not be repeated: it is retired");
  after.tiers.front().retired = true;
  CHECK(carried(shape, version(4), after).shape.weeks.empty());
}

TEST_CASE("a module whose home is retired goes into the next week that is not over", "[plan]") {
  auto after = version(4);
  after.tiers.front().weeks[1].retired = true;
  const auto next = carried(with_module("w2"), version(4), after);
  CHECK(home_of(next) == "w3");
  CHECK(next.notes ==
        std::vector<std::string>{"the module deep moves from w2, which is retired, to w3"});
  // With the module's time w2 lasts until the day before w3 begins.
  const auto shape = with_module("w2");
  const auto plan = first_plan(version(4), shape, frame("2026-11-30"));
  const auto last_day = plan.weeks[1].dates.to;
  CHECK(home_of(carried(shape, version(4), after, last_day.iso())) == "w3");
  const auto over = carried(shape, version(4), after, (last_day + calendar::Days{1}).iso());
  CHECK(home_of(over) == "none");
  CHECK(over.notes.back() ==
        "the module deep was in w2, which is retired and over, so it leaves the plan");

  auto last = version(4);
  last.tiers.back().weeks.back().retired = true;
  CHECK(home_of(carried(with_module("v2"), version(4), last)) == "v1");
}

}  // namespace
}  // namespace gradus::plan::carry_over_test
