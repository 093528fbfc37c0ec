#include "gradus/plan/gate_weeks.hpp"

#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::plan::gate_weeks_test {
namespace {

using namespace gradus::test;
using curriculum::TierId;
using curriculum::WeekId;

// Two tiers; the first with w1 repeated twice and a gate week behind it, from 30 November on.
struct Sample {
  curriculum::Curriculum curriculum =
      curriculum_of({tier("sql", {week("w1"), week("w2")}), tier("python", {week("w3")})});
  Shape shape{.repeats = {WeekId{"w1"}, WeekId{"w1"}},
              .gate_weeks = {{TierId{"sql"}, {Minutes{120}}}}};
  Frame usual = frame("2026-11-30");
  Plan plan = plan_of(arrange(curriculum, shape), usual);

  [[nodiscard]] Dropped pass(const std::string& tier, bool last, const std::string& today) const {
    return without_what_is_passed(shape, plan, TierId{tier}, last, day(today));
  }
};

std::vector<std::string> keys(const curriculum::Curriculum& curriculum, const Dropped& kept) {
  std::vector<std::string> words;
  const auto loads = arrange(curriculum, kept.shape);
  REQUIRE(loads.size() == kept.dates.size());
  words.reserve(loads.size());
  for (const auto& load : loads) words.push_back(load.key);
  return words;
}

TEST_CASE("a tier that is passed leaves no repeated and no gate week ahead", "[plan]") {
  const Sample sample;
  const auto kept = sample.pass("sql", false, "2026-12-14");
  CHECK(keys(sample.curriculum, kept) == std::vector<std::string>{"w1", "w2", "w3"});
  CHECK(kept.dates.at(0) == sample.plan.weeks.at(0).dates);
  CHECK(kept.dates.at(1) == sample.plan.weeks.at(1).dates);
  CHECK(kept.dates.at(2) == sample.plan.weeks.at(5).dates);
}

TEST_CASE("a repeated or gate week under way keeps what is past", "[plan]") {
  const Sample sample;
  const auto again = sample.plan.weeks.at(2).dates;
  REQUIRE(again.from == day("2026-12-14"));
  const auto kept = sample.pass("sql", false, "2026-12-17");
  CHECK(keys(sample.curriculum, kept) == std::vector<std::string>{"w1", "w2", "w1.again", "w3"});
  CHECK(kept.dates.at(2).finished);
  CHECK(kept.dates.at(2).blocks.size() == 2);
  CHECK(kept.dates.at(2).blocks.back().on == day("2026-12-16"));

  const auto last = sample.plan.weeks.at(4).dates;
  const auto all_but_ahead = sample.pass("sql", false, "2027-01-01");
  REQUIRE(last.from == day("2026-12-28"));
  CHECK(all_but_ahead.dates.size() == 6);
  CHECK(all_but_ahead.shape.repeats == sample.shape.repeats);
  CHECK(all_but_ahead.shape.gate_weeks == sample.shape.gate_weeks);
}

TEST_CASE("a locked tier's weeks stay, but once the last tier is passed nothing is ahead",
          "[plan]") {
  const Sample sample;
  const auto kept = sample.pass("python", true, "2027-01-06");
  REQUIRE(kept.dates.size() == 6);
  CHECK(kept.dates.at(5).to == sample.plan.weeks.at(5).dates.to);
  for (const auto& week : kept.dates)
    for (const auto& block : week.blocks) CHECK(block.on < day("2027-01-06"));
  CHECK_FALSE(kept.dates.at(5).blocks.empty());
}

}  // namespace
}  // namespace gradus::plan::gate_weeks_test
