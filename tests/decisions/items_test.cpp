#include "gradus/decisions/items.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/decisions/item_question.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace gradus::decisions::items_test {
namespace {

Table builtin(const std::string& id) {
  const auto text = curriculum::builtin_text("decisions/" + id + ".json");
  INFO(id);
  REQUIRE_FALSE(text.empty());
  return read_table(text);
}

std::vector<Table> all_builtin() {
  std::vector<Table> tables;
  for (const auto& file : curriculum::builtin_files())
    if (file.path.starts_with("decisions/")) tables.push_back(read_table(file.text));
  return tables;
}

std::vector<Values> given_of(const Items& drawn) {
  std::vector<Values> given;
  for (const auto& item : drawn.items) given.push_back(item.given);
  return given;
}

// The answer that is right.
ItemAnswer right_answer(const ItemQuestion& question) {
  return {.chosen = question.right, .number = question.number};
}

}  // namespace

TEST_CASE("items are cases first, and then others at the thresholds", "[decisions][items]") {
  const auto table = builtin("join-method");
  const auto drawn = draw_items(table, 12, 7);
  REQUIRE(drawn.items.size() == 12);
  const auto is_case = [&](const Item& item) {
    return std::ranges::find(table.cases, item.given, &Case::given) != table.cases.end();
  };
  for (std::size_t i = 0; i < drawn.items.size(); ++i)
    CHECK(is_case(drawn.items[i]) == (i < table.cases.size()));
}

TEST_CASE("no two items are alike, and each is decided", "[decisions][items]") {
  for (const auto& table : all_builtin()) {
    INFO(table.id);
    for (const std::uint64_t seed : {0U, 1U, 20U}) {
      const auto drawn = draw_items(table, 20, seed);
      REQUIRE_FALSE(drawn.items.empty());
      const auto given = given_of(drawn);
      for (std::size_t i = 0; i < given.size(); ++i)
        CHECK(std::ranges::count(given, given[i]) == 1);
      for (const auto& item : drawn.items) {
        CHECK(item.decision.decided);
        CHECK(item.decision.open.empty());
      }
    }
  }
}

TEST_CASE("a seed draws the same items again, and another one others", "[decisions][items]") {
  const auto table = builtin("file-layout");
  CHECK(given_of(draw_items(table, 15, 3)) == given_of(draw_items(table, 15, 3)));
  CHECK(given_of(draw_items(table, 15, 3)) != given_of(draw_items(table, 15, 4)));
  CHECK(draw_items(table, 0, 3).items.empty());
}

TEST_CASE("an item of a table for records is one record", "[decisions][items]") {
  const auto table = builtin("weekly-review");
  const auto drawn = draw_items(table, 5, 1);
  CHECK_FALSE(drawn.table.for_each);
  REQUIRE(drawn.items.size() == 5);
  for (const auto& item : drawn.items) {
    CHECK(item.given.contains("planned"));
    CHECK(item.given.contains("actual"));
    CHECK_FALSE(item.given.contains("weeks"));
  }
}

TEST_CASE("a sequence is one item, shown in another order", "[decisions][items]") {
  const auto table = builtin("iceberg-read-path");
  const auto drawn = draw_items(table, 4, 2);
  REQUIRE(drawn.items.size() == 1);
  auto shown = drawn.items.front().shown;
  CHECK(shown != table.items);
  auto sorted = table.items;
  std::ranges::sort(shown);
  std::ranges::sort(sorted);
  CHECK(shown == sorted);
}

TEST_CASE("numbers that are drawn read like numbers", "[decisions][items]") {
  for (const auto& item : draw_items(builtin("file-layout"), 40, 5).items)
    for (const auto& [name, value] : item.given)
      if (const auto* number = std::get_if<double>(&value)) {
        INFO(name << ' ' << *number);
        CHECK(*number == std::floor(*number));
      }
}

TEST_CASE("every quiz of a module can be taken and graded", "[decisions][items][data]") {
  std::size_t quizzes = 0;
  for (const auto& file : curriculum::builtin_files()) {
    if (!file.path.starts_with("modules/") || file.path == "modules/bundles.json") continue;
    for (const auto& check : curriculum::load_module(file.text, file.path).checks) {
      if (!check.quiz) continue;
      INFO(check.id.text());
      ++quizzes;
      const auto items = static_cast<std::size_t>(check.quiz->items);
      const auto drawn = draw_items(builtin(check.quiz->table.text()), items, 11);
      CHECK(drawn.items.size() == items);
      for (const auto& item : drawn.items) {
        const auto question = question_of(drawn.table, item);
        CHECK(score_of(question, right_answer(question)) == 1);
      }
    }
  }
  CHECK(quizzes == 16);
}

TEST_CASE("of every table the right answer scores, and any other choice doesn't",
          "[decisions][items][data]") {
  for (const auto& table : all_builtin()) {
    const auto drawn = draw_items(table, 12, 9);
    for (const auto& item : drawn.items) {
      const auto question = question_of(drawn.table, item);
      INFO(table.id << ": " << question.title);
      CHECK(score_of(question, right_answer(question)) == 1);
      CHECK_FALSE(right_in_words(question).empty());
      if (question.form != AnswerForm::one) continue;
      for (std::size_t i = 1; i <= question.choices.size(); ++i) {
        const ItemAnswer answer{.chosen = {i}};
        const bool right = question.right.front() == i;
        CHECK(score_of(question, answer) == (right ? 1 : 0));
        if (!right) CHECK_FALSE(what_it_would_take(drawn.table, item, question, answer).empty());
      }
    }
  }
}

}  // namespace gradus::decisions::items_test
