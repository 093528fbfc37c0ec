#include "gradus/plan/plan.hpp"

#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

namespace gradus::plan::plan_test {
namespace {

using namespace gradus::test;
using calendar::Days;

TEST_CASE("each week of the curriculum becomes a plan week, in order", "[plan]") {
  const auto weeks = arrange(small_curriculum());
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].tier.text() == "sql");
  CHECK(weeks[1].week_ids() == std::vector{curriculum::WeekId{"w2"}});
  CHECK(weeks[1].title == "Title of w2");
  CHECK(weeks[2].tier.text() == "portfolio");
  CHECK(weeks[2].minutes == usual_minutes);
  CHECK_FALSE(weeks[2].repeat);
}

TEST_CASE("what is retired is not planned", "[plan]") {
  curriculum::Curriculum curriculum = small_curriculum();
  curriculum::Week& first = curriculum.tiers[0].weeks[0];
  first.artefacts = {
      {.id = curriculum::ArtefactId{"old"}, .title = "Old", .kind = "gist", .retired = true},
      {.id = curriculum::ArtefactId{"new"}, .title = "New", .kind = "gist"}};
  first.problems = {{curriculum::TopicId{"joins"}, curriculum::Difficulty::easy, 20}};
  curriculum.tiers[0].weeks[1].retired = true;
  curriculum.tiers[1].retired = true;
  const auto weeks = arrange(curriculum);
  REQUIRE(weeks.size() == 1);
  CHECK(weeks[0].artefacts == std::vector{curriculum::ArtefactId{"new"}});
  CHECK(weeks[0].problems == first.problems);
}

TEST_CASE("a plan numbers its weeks and spans its tiers", "[plan]") {
  const auto weeks = arrange(small_curriculum());
  const auto dates = lay_out(weeks, frame("2026-11-30"));
  const Plan plan = join(day("2026-11-30"), weeks, dates, day("2026-12-13"));
  CHECK(plan.start == day("2026-11-30"));
  CHECK(plan.finish() == day("2026-12-20"));
  CHECK(plan.slip() == Days{7});
  CHECK(plan.weeks[0].number == 1);
  CHECK(plan.weeks[2].number == 3);
  CHECK(plan.weeks[2].load.title == "Title of w3");
  CHECK(plan.weeks[2].dates == dates[2]);
  const auto spans = plan.tiers();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].tier.text() == "sql");
  CHECK(spans[0].from == day("2026-11-30"));
  CHECK(spans[0].to == day("2026-12-13"));
  CHECK(spans[0].weeks == 2);
  CHECK(spans[1].from == day("2026-12-14"));
  CHECK(spans[1].to == day("2026-12-20"));
  CHECK(spans[1].weeks == 1);
}

TEST_CASE("weeks and dates must match", "[plan]") {
  const auto dates = lay_out(loads(2), frame("2026-11-30"));
  CHECK_THROWS_AS(join(day("2026-11-30"), loads(3), dates, day("2026-11-30")), Error);
  CHECK_THROWS_AS(join(day("2026-11-30"), {}, {}, day("2026-11-30")), Error);
}

TEST_CASE("fits read back from their names", "[plan]") {
  for (const Fit fit : {Fit::weekly, Fit::flow}) CHECK(parse_fit(name(fit)) == fit);
  CHECK_FALSE(parse_fit("tight"));
}

}  // namespace
}  // namespace gradus::plan::plan_test
