#include "gradus/track/gate_criterion.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/track/error.hpp"

#include "support/curriculum_builder.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::track::gate_criterion_test {

namespace {

// "sql" and "portfolio", each with a criterion of its own and "shared"; the finish check has "end".
curriculum::Curriculum sample() {
  auto result = test::small_curriculum();
  for (auto& tier : result.tiers) tier.exit.push_back(test::signed_criterion("shared"));
  result.finish = {test::signed_criterion("end")};
  return result;
}

std::string found(const curriculum::Curriculum& curriculum, const std::string& name) {
  return find_gate_criterion(name, curriculum).name();
}

// The message of the refusal, and its hint.
std::string refused(const curriculum::Curriculum& curriculum, const std::string& name) {
  try {
    return found(curriculum, name) + " was found";
  } catch (const gradus::Error& error) {
    return std::string(error.what()) + " (" + error.hint() + ")";
  }
}

}  // namespace

TEST_CASE("a criterion is found by its id alone where only one gate has it", "[track]") {
  const auto curriculum = sample();
  CHECK(found(curriculum, "sql-done") == "sql/sql-done");
  CHECK(found(curriculum, "portfolio-done") == "portfolio/portfolio-done");
  CHECK(found(curriculum, "end") == "finish/end");
  CHECK(found(curriculum, "portfolio/shared") == "portfolio/shared");
}

TEST_CASE("a criterion of several gates wants its tier", "[track]") {
  CHECK(refused(sample(), "shared") ==
        "\"shared\" is a criterion of several gates: sql/shared, portfolio/shared (write the tier "
        "too, such as sql/shared)");
}

TEST_CASE("an id that no gate has names the nearest", "[track]") {
  const auto curriculum = sample();
  CHECK(refused(curriculum, "sql-don") ==
        "no criterion \"sql-don\" in any tier (did you mean sql-done?)");
  CHECK_THAT(refused(curriculum, "zzzzz"), Catch::Contains("gradus ready TIER"));
}

TEST_CASE("retired criteria and tiers are none", "[track]") {
  auto curriculum = sample();
  curriculum.tiers.back().retired = true;
  CHECK(found(curriculum, "shared") == "sql/shared");
  curriculum.tiers.front().exit.back().retired = true;
  CHECK_THAT(refused(curriculum, "shared"), Catch::Contains("no criterion"));
}

}  // namespace gradus::track::gate_criterion_test
