#include "gradus/plan/difference.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::plan::difference_test {
namespace {

using namespace gradus::test;

Plan plan_from(const std::string& start, const std::vector<std::string>& tiers) {
  std::vector<WeekLoad> weeks;
  weeks.reserve(tiers.size());
  for (const auto& tier : tiers)
    weeks.push_back(load(static_cast<int>(weeks.size()) + 1, usual_minutes, tier));
  return plan_of(weeks, frame(start));
}

// "sql moved; etl": each tier, and whether it moved.
std::string told(const std::vector<TierShift>& shifts) {
  std::string text;
  for (const auto& shift : shifts) text += shift.tier.text() + (shift.moved() ? " moved; " : "; ");
  return text;
}

TEST_CASE("a plan differs in nothing from itself", "[plan]") {
  const auto plan = plan_from("2026-11-30", {"sql", "etl"});
  CHECK(told(difference(plan, plan)) == "sql; etl; ");
}

TEST_CASE("a tier that moved is told with its dates in both plans", "[plan]") {
  const auto shifts = difference(plan_from("2026-11-30", {"sql", "etl"}),
                                 plan_from("2026-11-30", {"sql", "sql", "etl"}));
  CHECK(told(shifts) == "sql moved; etl moved; ");
  CHECK(shifts[0].was.value().to == day("2026-12-06"));
  CHECK(shifts[0].now.value().to == day("2026-12-13"));
  CHECK(shifts[0].now.value().weeks == 2);
  CHECK(shifts[1].was.value().from == day("2026-12-07"));
  CHECK(shifts[1].now.value().from == day("2026-12-14"));
}

TEST_CASE("a tier of the same days in more weeks moved too", "[plan]") {
  auto before = plan_from("2026-11-30", {"sql", "sql"});
  auto after = before;
  after.weeks.push_back(after.weeks.back());
  CHECK(told(difference(before, after)) == "sql moved; ");
}

TEST_CASE("a tier that came or went has no dates in the other plan", "[plan]") {
  const auto shifts =
      difference(plan_from("2026-11-30", {"sql"}), plan_from("2026-11-30", {"etl"}));
  CHECK(told(shifts) == "etl moved; sql moved; ");
  CHECK_FALSE(shifts[0].was);
  CHECK_FALSE(shifts[1].now);
}

}  // namespace
}  // namespace gradus::plan::difference_test
