#include "gradus/decisions/item_question.hpp"

#include "gradus/decisions/certificates.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::decisions::item_question_test {
namespace {

using Strings = std::vector<std::string>;

constexpr auto watering = R"({
  "format": 1, "id": "watering", "title": "How should it be watered?",
  "inputs": [
    {"id": "plant", "title": "What is it?", "kind": "one", "of": ["cactus", "fern"]},
    {"id": "warmth", "title": "How warm is it?", "kind": "number", "unit": "°C", "range": [-10, 45]}],
  "outputs": [{"id": "water", "title": "Watering"}],
  "rows": [
    {"id": "asleep", "when": {"plant": "cactus", "warmth": {"lt": 15}}, "then": {"water": "none"}, "why": "It rests."},
    {"id": "hot", "when": {"warmth": {"ge": 28}}, "then": {"water": "at dusk"}, "why": "Noon is too hot."}],
  "otherwise": {"water": "now"}, "otherwise_why": "It can drink."
})";

Item item_of(const Table& table, const Values& given) {
  return {given, decide(table, given), {}};
}

Strings needs(const Table& table, const Item& item, std::size_t choice) {
  const auto question = question_of(table, item);
  return what_it_would_take(table, item, question, {.chosen = {choice}});
}

}  // namespace

TEST_CASE("the answers of a table are numbered in the order of its rows", "[decisions][items]") {
  const auto table = read_table(watering);
  const auto item = item_of(table, {{"plant", std::string("fern")}, {"warmth", 30.0}});
  const auto question = question_of(table, item);
  CHECK(question.title == "Watering");
  CHECK(question.form == AnswerForm::one);
  CHECK(question.choices == Words{"none", "at dusk", "now"});
  CHECK(question.right == std::vector<std::size_t>{2});
  CHECK(right_in_words(question) == "at dusk");
}

TEST_CASE("a wrong answer is told what it would have needed", "[decisions][items]") {
  const auto table = read_table(watering);
  const auto item = item_of(table, {{"plant", std::string("cactus")}, {"warmth", 15.0}});
  CHECK(needs(table, item, 1) ==
        Strings{"none takes plant cactus and warmth under 15 (row asleep).",
                "warmth 14 would have been enough."});
  const auto hot = item_of(table, {{"plant", std::string("fern")}, {"warmth", 30.0}});
  CHECK(needs(table, hot, 3).front() == "now is the answer when no row is met.");
  CHECK(needs(table, hot, 1) ==
        Strings{"none takes plant cactus and warmth under 15 (row asleep)."});
}

TEST_CASE("an answer is a number or a word", "[decisions][items]") {
  const auto table = read_table(watering);
  const auto question =
      question_of(table, item_of(table, {{"plant", std::string("fern")}, {"warmth", 30.0}}));
  CHECK(read_item_answer(question, " 2 ").chosen == std::vector<std::size_t>{2});
  CHECK(read_item_answer(question, "At dusk").chosen == std::vector<std::size_t>{2});
  for (const auto* wrong : {"", "0", "4", "1,2", "soon", "none,now", "-1", "1e9"})
    CHECK_THROWS_AS(read_item_answer(question, wrong), Error);
}

TEST_CASE("what is worked out is answered with a number of one's own", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "share", "title": "How many hours?",
    "inputs": [{"id": "hours", "title": "In all?", "kind": "number", "range": [0, 100]}],
    "outputs": [{"id": "each", "title": "Hours each"}],
    "rows": [{"id": "half", "when": {}, "then": {"each": {"ratio": ["hours", 2]}}}]
  })");
  const auto question = question_of(table, item_of(table, {{"hours", 21.0}}));
  CHECK(question.form == AnswerForm::number);
  CHECK(score_of(question, read_item_answer(question, "10.5")) == 1);
  CHECK(score_of(question, read_item_answer(question, "10.55")) == 1);  // rounded on the way
  CHECK(score_of(question, read_item_answer(question, "11")) == 0);
  CHECK_THROWS_AS(read_item_answer(question, "ten"), Error);
}

TEST_CASE("of a sheet the findings are named, all of them and no others", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "fuel", "title": "Ready to fly?", "hit": "all",
    "inputs": [{"id": "fuel", "title": "Minutes of fuel?", "kind": "number", "range": [0, 600]},
               {"id": "map", "title": "Is there a map?", "kind": "yes"}],
    "outputs": [{"id": "pass", "title": "Ready"}],
    "rows": [{"id": "reserve", "when": {"fuel": {"lt": 30}}, "why": "Half an hour stays in the tank."},
             {"id": "lost", "when": {"map": false}, "why": "Batteries fail."}]
  })");
  const auto both = item_of(table, {{"fuel", 20.0}, {"map", false}});
  const auto question = question_of(table, both);
  CHECK(question.form == AnswerForm::some);
  CHECK(score_of(question, read_item_answer(question, "2, 1")) == 1);
  CHECK(score_of(question, read_item_answer(question, "1")) == 0);
  CHECK(score_of(question, read_item_answer(question, "none")) == 0);
  CHECK(what_it_would_take(table, both, question, {.chosen = {1}}) ==
        Strings{"lost is wrong too: Batteries fail."});
  const auto sound = item_of(table, {{"fuel", 60.0}, {"map", true}});
  const auto nothing = question_of(table, sound);
  CHECK(score_of(nothing, read_item_answer(nothing, "none")) == 1);
  CHECK(what_it_would_take(table, sound, nothing, {.chosen = {1}}) ==
        Strings{"reserve is not: that takes fuel under 30."});
}

TEST_CASE("an order scores by its pairs", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "potting", "title": "How is it potted?", "kind": "sequence",
    "items": ["shards", "soil", "plant", "water"], "why": ["a", "b", "c", "d"]
  })");
  const Item item{{}, {.decided = true}, {"water", "plant", "soil", "shards"}};
  const auto question = question_of(table, item);
  CHECK(question.right == std::vector<std::size_t>{4, 3, 2, 1});
  CHECK(score_of(question, read_item_answer(question, "4 3 2 1")) == 1);
  CHECK(score_of(question, read_item_answer(question, "4,3,1,2")) == Approx(5.0 / 6));
  CHECK(score_of(question, read_item_answer(question, "1,2,3,4")) == 0);
  for (const auto* wrong : {"1,2,3", "1,1,2,3", "none", "1,2,3,5"})
    CHECK_THROWS_AS(read_item_answer(question, wrong), Error);
}

TEST_CASE("of two items that read alike either may come first", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "days", "title": "In which order?", "kind": "sequence",
    "items": ["mock", "rest", "mock"]
  })");
  const Item item{{}, {.decided = true}, {"mock", "mock", "rest"}};
  const auto question = question_of(table, item);
  CHECK(score_of(question, read_item_answer(question, "1,3,2")) == 1);
  CHECK(score_of(question, read_item_answer(question, "2,3,1")) == 1);
  CHECK(score_of(question, read_item_answer(question, "2,1,3")) < 1);
}

TEST_CASE("of candidates the first left is chosen", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "herb", "title": "Which herb?",
    "inputs": [{"id": "window", "title": "Which window?", "kind": "one", "of": ["south", "north"]}],
    "outputs": [{"id": "pick", "title": "Herb"}],
    "candidates": [{"id": "basil", "title": "Basil", "light": ["south"]},
                   {"id": "mint", "title": "Mint", "light": ["north", "south"]}],
    "filters": [{"id": "place", "keep": {"light": ["has", "window"]}, "why": "It gets the light it needs."}]
  })");
  const auto north = item_of(table, {{"window", std::string("north")}});
  const auto question = question_of(table, north);
  CHECK(question.choices == Words{"Basil", "Mint", "none of them"});
  CHECK(question.right == std::vector<std::size_t>{2});
  CHECK(needs(table, north, 1) == Strings{"Basil drops out at place: It gets the light it needs."});
  const auto south = item_of(table, {{"window", std::string("south")}});
  CHECK(needs(table, south, 2) ==
        Strings{"Mint is left as well, but stands further down the list."});
}

TEST_CASE("of the best record the record is named", "[decisions][items]") {
  const auto table = read_table(R"({
    "format": 1, "id": "widest", "title": "Which is the widest?", "for_each": "shelves", "best": "cm",
    "inputs": [{"id": "shelves", "title": "The shelves", "kind": "list",
                "fields": [{"id": "cm", "title": "Width", "kind": "number", "range": [1, 500]}]}],
    "outputs": [{"id": "cm", "title": "Width"}],
    "rows": [{"id": "width", "when": {}, "then": {"cm": {"max": ["cm", 0]}}}],
    "cases": [{"given": {"shelves": [{"id": "left", "cm": 80}, {"id": "right", "cm": 120}]},
               "expect": {"cm": 120}, "record": "right"}]
  })");
  const auto drawn = draw_items(table, 3, 0);
  REQUIRE(drawn.items.size() == 1);
  const auto& item = drawn.items.front();
  const auto question = question_of(drawn.table, item);
  CHECK(question.choices == Words{"left", "right"});
  CHECK(question.right == std::vector<std::size_t>{2});
  CHECK(needs(drawn.table, item, 1) == Strings{"left has 80, and right has 120."});
}

}  // namespace gradus::decisions::item_question_test
