#include "report/progress_parts.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::progress_parts_test {

TEST_CASE("other problems don't hide that planned ones are open", "[report]") {
  const auto today = testing::day("2026-12-01");
  insight::ProgressReport progress{.curriculum_title = "Cello",
                                   .track = "cello",
                                   .date = today,
                                   .start = today,
                                   .finish = today,
                                   .slip = {},
                                   .planned = {},
                                   .actual = {},
                                   .read = {},
                                   .hands_on = {},
                                   .tiers = {},
                                   .topics = {},
                                   .artefacts = {},
                                   .plan = {},
                                   .ahead = {},
                                   .hours = {},
                                   .now = {.date = today}};
  progress.problems_target = 6;
  progress.problems_solved = 4;
  progress.problems_open = 2;
  CHECK(solved_words(progress) == "4 of 6 solved");
  progress.problems_solved = 6;
  CHECK(solved_words(progress) == "6 of 6 solved, 2 planned ones open");
  progress.problems_open = 1;
  CHECK(solved_words(progress) == "6 of 6 solved, 1 planned one open");
  progress.problems_open = 0;
  progress.problems_solved = 9;
  CHECK(solved_words(progress) == "9 of 6 solved");
}

}  // namespace gradus::report::progress_parts_test
