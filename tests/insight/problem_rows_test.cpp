#include "gradus/insight/problem_rows.hpp"

#include <catch2/catch.hpp>

#include <vector>

namespace gradus::insight::problem_rows_test {
namespace {

using curriculum::Difficulty;
using curriculum::ProblemTarget;
using curriculum::TopicId;

const TopicId joins{"joins"};

std::vector<int> filled(const std::vector<ProblemTarget>& rows, Solved solved) {
  return fill_rows(rows, solved);
}

TEST_CASE("a solution fills a row of its own difficulty before an easier one", "[insight]") {
  const std::vector<ProblemTarget> rows{{joins, Difficulty::easy, 2}, {joins, Difficulty::hard, 2}};
  CHECK(filled(rows, {{{joins, Difficulty::hard}, 1}}) == std::vector{0, 1});
  CHECK(filled(rows, {{{joins, Difficulty::hard}, 3}}) == std::vector{1, 2});
  CHECK(filled(rows, {{{joins, Difficulty::hard}, 9}}) == std::vector{2, 2});
}

TEST_CASE("a solution never fills a harder row, nor another topic's", "[insight]") {
  const std::vector<ProblemTarget> rows{{joins, Difficulty::medium, 2},
                                        {TopicId{"ctes"}, Difficulty::easy, 2}};
  CHECK(filled(rows, {{{joins, Difficulty::easy}, 5}}) == std::vector{0, 0});
}

TEST_CASE("a week's own rows are filled before its top-ups, and the rest stays", "[insight]") {
  const std::vector<ProblemTarget> rows{{joins, Difficulty::easy, 2, true},
                                        {joins, Difficulty::easy, 2}};
  Solved solved{{{joins, Difficulty::easy}, 3}};
  CHECK(fill_rows(rows, solved) == std::vector{1, 2});
  CHECK(solved.at({joins, Difficulty::easy}) == 0);
  CHECK(filled(rows, {{{joins, Difficulty::easy}, 9}}) == std::vector{2, 2});
}

}  // namespace
}  // namespace gradus::insight::problem_rows_test
