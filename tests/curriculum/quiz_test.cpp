#include "gradus/curriculum/quiz.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/module.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::quiz_test {

using namespace gradus::curriculum;
using Strings = std::vector<std::string>;

namespace {

constexpr std::string_view of_eight =
    R"("kind": "quiz", "table": "join-method", "items": 8, "at_least": 7)";

// The sample with its first criterion's kind and requirement replaced by these keys.
std::string asking(std::string_view keys) {
  return sample::with(
      R"("kind": "measured",
        "require": {"of": "sessions", "measure": "minutes", "at_least": 120})",
      keys);
}

Criterion read(std::string_view keys) {
  return load_or_throw(asking(keys), "sample").tiers[0].exit[0];
}

const Measure& measured(const Criterion& criterion) {
  return std::get<Measure>(criterion.requirement(Compression::regular).form);
}

Strings errors(std::string_view keys) {
  Strings all = sample::errors(asking(keys));
  const std::string place = "/tiers/0/exit/0";
  for (std::string& error : all)
    if (error.starts_with(place)) error.erase(0, place.size());
  return all;
}

}  // namespace

TEST_CASE("a quiz asks for the best score of a long enough round", "[curriculum][quiz]") {
  const Criterion criterion = read(of_eight);
  CHECK(criterion.quiz == Quiz{TableId("join-method"), 8, 7});
  const Measure& measure = measured(criterion);
  CHECK(measure.at_least == 0.875);
  CHECK_FALSE(measure.at_most);
  CHECK_FALSE(measure.query.tiers);  // the criterion's own
  const Query expected{.of = EntryType::drill,
                       .measure = Aggregate::max,
                       .field = field::drill_score,
                       .where = {{field::drill, OneOf{{std::string("join-method")}}},
                                 {field::drill_items, Between{.ge = 8.0}, true}}};
  CHECK(measure.query == expected);
  for (const auto& [compression, requirement] : criterion.require)
    CHECK(requirement == criterion.requirement(Compression::regular));
}

TEST_CASE("a quiz says how it is passed, unless its author does", "[curriculum][quiz]") {
  CHECK(read(of_eight).how == "gradus drill join-method --items 8");
  CHECK(read(std::string(of_eight) + R"(, "how": "ask a friend")").how == "ask a friend");
}

TEST_CASE("a quiz names a table, its items and how many must be right", "[curriculum][quiz]") {
  CHECK(errors(R"("kind": "quiz", "table": "t", "items": 8)") ==
        Strings{": has a table, but no \"at_least\""});
  CHECK(errors(R"("kind": "quiz", "table": "t", "at_least": 8)") ==
        Strings{": has a table, but no \"items\""});
  CHECK(errors(R"("kind": "quiz", "table": "t", "items": 0, "at_least": 1)") ==
        Strings{"/items: must be at least 1, not 0"});
  CHECK(errors(R"("kind": "quiz", "table": "t", "items": 8, "at_least": 0)") ==
        Strings{"/at_least: must be at least 1, not 0"});
  CHECK(errors(R"("kind": "quiz", "table": "t", "items": 8, "at_least": 9)") ==
        Strings{"/at_least: asks for 9 right answers of 8"});
  CHECK(errors(R"("kind": "quiz", "table": "T T", "items": 8, "at_least": 8)") ==
        Strings{"/table: \"T T\" is not an id"});
  CHECK(errors(R"("kind": "timed", "table": "t", "items": 8, "at_least": 8)") ==
        Strings{"/table: only a quiz has a table"});
  CHECK(errors(R"("kind": "quiz", "items": 8, "require": {"attested": true})") ==
        Strings{"/items: \"items\" belongs to a quiz, which names a \"table\""});
  CHECK(errors(std::string(of_eight) + R"(, "require": {"attested": true})") ==
        Strings{"/require: \"table\" and \"require\" in the same criterion"});
  CHECK(errors(std::string(of_eight) + R"(, "placed": {"at_least": 4})") ==
        Strings{"/placed: \"table\" and \"placed\" in the same criterion"});
  CHECK(errors(R"("kind": "quiz")") == Strings{": has no \"require\""});
}

TEST_CASE("each quiz of a built-in module names a table with items", "[curriculum][quiz][data]") {
  std::size_t quizzes = 0;
  for (const auto& file : builtin_files()) {
    if (!file.path.starts_with("modules/") || file.path == "modules/bundles.json") continue;
    const Module module = load_module(file.text, file.path);
    for (const ModuleCheck& check : module.checks) {
      INFO(module.id.text() << ' ' << check.id.text());
      CHECK((check.kind == CriterionKind::quiz) == check.quiz.has_value());
      if (!check.quiz) continue;
      ++quizzes;
      const auto path = "decisions/" + check.quiz->table.text() + ".json";
      CHECK_FALSE(builtin_text(path).empty());
    }
  }
  CHECK(quizzes == 16);
}

}  // namespace gradus::curriculum::quiz_test
