#include "gradus/decisions/check_curriculum.hpp"

#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace gradus::decisions::check_curriculum_test {
namespace {

using Strings = std::vector<std::string>;

constexpr auto ripe = R"({"format": 1, "id": "ripe", "title": "Is it ripe?",
  "inputs": [{"id": "soft", "title": "Is it soft?", "kind": "yes"}],
  "outputs": [{"id": "pick", "title": "Pick it"}],
  "rows": [{"id": "soft", "when": {"soft": true}, "then": {"pick": "now"}}],
  "otherwise": {"pick": "later"},
  "cases": [{"given": {"soft": true}, "expect": {"pick": "now"}, "by": "soft"},
            {"given": {"soft": false}, "expect": {"pick": "later"}, "by": "otherwise"}]})";

Strings findings(const std::string& tables, const std::string& quiz) {
  const auto json = fmt::format(
      R"({{"tiers": [{{"exit": [{{"kind": "quiz", {}}}]}}], "decisions": [{}]}})", quiz, tables);
  const auto parsed = text::parse_json(json);
  REQUIRE_FALSE(parsed.failure);
  Strings texts;
  for (const auto& finding : check_curriculum(parsed.root)) {
    texts.push_back(finding.pointer + ": " + finding.message);
    CHECK_FALSE(finding.fix.empty());
  }
  return texts;
}

std::string with(std::string text, const std::string& old, const std::string& changed) {
  return text.replace(text.find(old), old.size(), changed);
}

}  // namespace

TEST_CASE("a sound table and a quiz on it draw nothing", "[decisions]") {
  CHECK(findings(ripe, R"("table": "ripe", "items": 2, "at_least": 2)").empty());
  CHECK(findings("", R"("table": "join-method", "items": 8, "at_least": 7)").empty());
  CHECK(findings("", R"("require": {"attested": true})").empty());
}

TEST_CASE("a quiz on a table that isn't there names the nearest", "[decisions]") {
  CHECK(findings(ripe, R"("table": "rype", "items": 2, "at_least": 2)") ==
        Strings{"/tiers/0/exit/0/table: there is no table \"rype\""});
}

TEST_CASE("a quiz can't ask for more items than the table has", "[decisions]") {
  CHECK(findings(ripe, R"("table": "ripe", "items": 3, "at_least": 2)") ==
        Strings{"/tiers/0/exit/0/items: asks for 3 items; the table has 2"});
}

TEST_CASE("what is wrong with a curriculum's table has its place in the file", "[decisions]") {
  const auto quiz = R"("table": "ripe", "items": 2, "at_least": 2)";
  CHECK(findings(with(ripe, "\"kind\": \"yes\"", "\"kind\": \"maybe\""), quiz)
            .front()
            .starts_with("/decisions/0/inputs/0/kind: "));
  CHECK(findings(with(ripe, R"("expect": {"pick": "later"})", R"("expect": {"pick": "now"})"), quiz)
            .front()
            .starts_with("/decisions/0/cases/1"));
}

TEST_CASE("two tables can't share an id, nor take a built-in one's", "[decisions]") {
  const auto quiz = R"("table": "ripe", "items": 2, "at_least": 2)";
  CHECK(findings(std::string(ripe) + ", " + ripe, quiz) ==
        Strings{"/decisions/1/id: the id \"ripe\" is taken by another table"});
  CHECK(findings(with(ripe, "\"ripe\"", "\"join-method\""), R"("require": {})") ==
        Strings{"/decisions/0/id: the id \"join-method\" is taken by a built-in table"});
}

}  // namespace gradus::decisions::check_curriculum_test
