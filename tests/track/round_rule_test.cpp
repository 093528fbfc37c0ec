#include "gradus/track/round_rule.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::track::round_rule_test {
namespace {

curriculum::Curriculum builtin(const std::string& path) {
  return curriculum::load_or_throw(curriculum::builtin_text(path), path);
}

}  // namespace

TEST_CASE("a round is as long as its quiz, in a module or in a gate", "[track]") {
  const auto roadmap = builtin("curricula/de-roadmap.json");
  const auto layout = round_rule(roadmap, "file-layout");
  CHECK(layout.of_quiz);
  CHECK(layout.items == 8);
  CHECK(layout.passing_score == 0.875);
  const auto bands = round_rule(builtin("curricula/examples/amateur-radio.json"), "band-to-call");
  CHECK(bands.items == 6);
  CHECK(bands.passing_score == 5.0 / 6);
}

TEST_CASE("without a quiz a round has eight items, and four fifths pass it", "[track]") {
  const auto rule = round_rule(builtin("curricula/de-roadmap.json"), "table-format");
  CHECK_FALSE(rule.of_quiz);
  CHECK(rule.items == 8);
  CHECK(rule.passing_score == 0.8);
}

TEST_CASE("of several quizzes on a table the strictest holds", "[track]") {
  auto curriculum = builtin("curricula/examples/amateur-radio.json");
  curriculum::Criterion criterion = curriculum.tiers.front().exit.front();
  criterion.quiz = curriculum::Quiz{curriculum::TableId("band-to-call"), 10, 8};
  curriculum.finish.push_back(criterion);
  const auto rule = round_rule(curriculum, "band-to-call");
  CHECK(rule.items == 10);
  CHECK(rule.passing_score == 5.0 / 6);
  curriculum.finish.back().retired = true;
  CHECK(round_rule(curriculum, "band-to-call").items == 6);
}

}  // namespace gradus::track::round_rule_test
