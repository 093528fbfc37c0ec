#include "gradus/decisions/answer.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"

#include <catch2/catch.hpp>

namespace gradus::decisions::answer_test {
namespace {

const Input share{
    .id = "share", .title = "Share?", .kind = InputKind::number, .range = Range{0, 1}};
const Input rows{.id = "rows",
                 .title = "Rows?",
                 .kind = InputKind::number,
                 .unit = "rows",
                 .range = Range{1, 5000}};
const Input plant{
    .id = "plant", .title = "Plant?", .kind = InputKind::one, .of = {"cactus", "fern"}};
const Input dishes{
    .id = "dishes", .title = "Dishes?", .kind = InputKind::some, .of = {"tea", "pasta"}};
const Input scores{
    .id = "scores", .title = "Scores?", .kind = InputKind::list, .range = Range{0, 1}};

}  // namespace

TEST_CASE("answers are read as people type them") {
  CHECK(read_answer(rows, " 12 ") == Value(12.0));
  CHECK(read_answer(share, "20%") == Value(0.2));
  CHECK(read_answer(plant, "Fern") == Value(std::string("fern")));
  CHECK(read_answer(plant, "1") == Value(std::string("cactus")));
  CHECK(read_answer(dishes, "pasta, tea") == Value(Words{"pasta", "tea"}));
  CHECK(read_answer(scores, "0.74, 0.82") == Value(Numbers{0.74, 0.82}));
  CHECK(read_answer(scores, "[0.5]") == Value(Numbers{0.5}));
  CHECK(read_answer(scores, "[]") == Value(Numbers{}));
  for (const auto& [input, text] : {std::pair{rows, "1200"}, {dishes, "tea, pasta"}})
    CHECK(as_typed(read_answer(input, text)) == text);
  CHECK(in_words(read_answer(rows, "1200")) == "1,200");
  const Input yes{.id = "dry", .title = "Dry?", .kind = InputKind::yes};
  CHECK(read_answer(yes, "Y") == Value(true));
  CHECK(read_answer(yes, "off") == Value(false));
}

TEST_CASE("an answer that an input doesn't take is refused, and what it takes is said") {
  CHECK_THROWS_WITH(read_answer(rows, "9000"),
                    "rows: \"9000\" is not a number from 1 to 5,000 (rows)");
  CHECK_THROWS_WITH(read_answer(rows, "1e400"), Catch::Matchers::Contains("is not a number"));
  CHECK_THROWS_WITH(read_answer(rows, "nan"), Catch::Matchers::Contains("is not a number"));
  CHECK_THROWS_WITH(read_answer(plant, "fren"),
                    Catch::Matchers::Contains("\"fren\" is not one of"));
  CHECK_THROWS_AS(read_answer(dishes, "tea, soup"), Error);
  CHECK_THROWS_AS(read_answer(scores, "[0.5, 7]"), Error);
  CHECK_THROWS_AS(read_answer(plant, "3"), Error);
}

TEST_CASE("what would have changed a decision does change it") {
  const auto table = read_table(curriculum::builtin_text("decisions/join-method.json"));
  const Values given{{"outer_rows", 5000.0},
                     {"inner_indexed", true},
                     {"both_sorted", false},
                     {"build_mb", 10.0},
                     {"memory_mb", 64.0}};
  const auto changes = what_would_change(table, given);
  REQUIRE_FALSE(changes.empty());
  for (const auto& change : changes) {
    auto other = given;
    other.insert_or_assign(change.input, change.value);
    CHECK(decide(table, other).result == change.result);
    CHECK(decide(table, other).result.front() != decide(table, given).result.front());
  }
  CHECK(changes.front().input == "outer_rows");
  CHECK(changes.front().value == Value(10000.0));
}

}  // namespace gradus::decisions::answer_test
