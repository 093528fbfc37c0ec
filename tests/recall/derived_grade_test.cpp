#include "gradus/recall/derived_grade.hpp"

#include <catch2/catch.hpp>

namespace gradus::recall::derived_grade_test {
namespace {

using std::chrono::seconds;

// Of a problem, where the median is 20 minutes.
Grade solved(int minutes, int attempts = 1, bool help_used = false) {
  return derived_grade(Solution{Minutes{minutes}, attempts, help_used}, Minutes{2 * 20});
}

TEST_CASE("a problem that took help is graded again", "[recall]") {
  CHECK(solved(5, 1, true) == Grade::again);
  CHECK(solved(90, 4, true) == Grade::again);
}

TEST_CASE("a problem that took three attempts or over twice the median is hard", "[recall]") {
  CHECK(solved(5, 3) == Grade::hard);
  CHECK(solved(41) == Grade::hard);
  CHECK(solved(40) == Grade::good);
}

TEST_CASE("a problem solved at once in under half the median is easy", "[recall]") {
  CHECK(solved(9) == Grade::easy);
  CHECK(solved(10) == Grade::good);
  CHECK(solved(9, 2) == Grade::good);
}

TEST_CASE("a median halfway between two minutes is not rounded", "[recall]") {
  const Minutes twice{9};
  CHECK(derived_grade(Solution{Minutes{2}, 1, false}, twice) == Grade::easy);
  CHECK(derived_grade(Solution{Minutes{3}, 1, false}, twice) == Grade::good);
  CHECK(derived_grade(Solution{Minutes{9}, 1, false}, twice) == Grade::good);
  CHECK(derived_grade(Solution{Minutes{10}, 1, false}, twice) == Grade::hard);
}

TEST_CASE("a drill is graded by its limit", "[recall]") {
  CHECK(derived_grade(DrillResult{false, seconds{10}, seconds{600}}) == Grade::again);
  CHECK(derived_grade(DrillResult{true, seconds{300}, seconds{600}}) == Grade::easy);
  CHECK(derived_grade(DrillResult{true, seconds{301}, seconds{600}}) == Grade::good);
  CHECK(derived_grade(DrillResult{true, seconds{540}, seconds{600}}) == Grade::good);
  CHECK(derived_grade(DrillResult{true, seconds{541}, seconds{600}}) == Grade::hard);
}

TEST_CASE("a drill is graded by its score, if it has one", "[recall]") {
  CHECK(derived_grade(DrillResult{true, seconds{100}, seconds{600}, 0.7}) == Grade::hard);
  CHECK(derived_grade(DrillResult{true, seconds{100}, seconds{600}, 0.9}) == Grade::good);
  CHECK(derived_grade(DrillResult{true, seconds{100}, seconds{600}, 1}) == Grade::easy);
}

TEST_CASE("a drill without a limit is never easy", "[recall]") {
  CHECK(derived_grade(DrillResult{true, seconds{1}, seconds{0}, 1}) == Grade::good);
}

}  // namespace
}  // namespace gradus::recall::derived_grade_test
