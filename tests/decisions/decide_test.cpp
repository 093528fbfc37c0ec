#include "gradus/decisions/decide.hpp"

#include <catch2/catch.hpp>

namespace gradus::decisions::decide_test {
namespace {

constexpr auto watering = R"({
  "format": 1, "id": "watering", "title": "How is it watered?",
  "inputs": [
    {"id": "plant", "title": "Plant?", "kind": "one", "of": ["cactus", "fern"]},
    {"id": "dry", "title": "Dry?", "kind": "yes"},
    {"id": "least", "title": "Least?", "kind": "number", "range": [-10, 45]},
    {"id": "most", "title": "Most?", "kind": "number", "range": [-10, 45], "default": 30}
  ],
  "values": {"twice": {"sum": ["spread", "spread"]}, "spread": {"minus": ["most", "least"]}},
  "outputs": [{"id": "water", "title": "Water"}, {"id": "cups", "title": "Cups"}],
  "rows": [
    {"id": "asleep", "when": {"plant": "cactus", "least": {"lt": 15}}, "then": {"water": "none"}, "why": "It rests."},
    {"id": "damp", "when": {"dry": false}, "then": {"water": "none"}},
    {"id": "wide", "when": {"twice": {"gt": 20}}, "then": {"water": "soak", "cups": {"max": ["spread", 2]}}}
  ],
  "otherwise": {"water": "sip", "cups": 1}
})";

Table table() {
  return read_table(watering);
}

Value word(const std::string& text) {
  return text;
}

std::optional<Value> output(const Decision& decision, const std::string& name) {
  for (const auto& [id, value] : decision.result)
    if (id == name) return value;
  return std::nullopt;
}

}  // namespace

TEST_CASE("the first row that is met decides, and says why") {
  const auto decision = decide(table(), {{"plant", word("cactus")}, {"least", 3.0}});
  CHECK(decision.decided);
  CHECK(decision.by == Words{"asleep"});
  CHECK(decision.why == "It rests.");
  CHECK(output(decision, "water") == word("none"));
  CHECK(decision.ask.empty());
}

TEST_CASE("an unknown row stops the search and asks for its first unknown input") {
  CHECK(decide(table(), {}).ask == Words{"plant"});
  const auto decision = decide(table(), {{"plant", word("cactus")}});
  CHECK_FALSE(decision.decided);
  CHECK(decision.result.empty());
  CHECK(decision.ask == Words{"least"});
  CHECK(decide(table(), {{"plant", word("fern")}}).ask == Words{"dry"});
}

TEST_CASE("what is asked stands behind a computed value, and a default counts as known") {
  const auto decision = decide(table(), {{"plant", word("fern")}, {"dry", true}});
  CHECK(decision.ask == Words{"least"});
}

TEST_CASE("values may be written in any order, and a row may work out what it gives") {
  const auto decision =
      decide(table(), {{"plant", word("fern")}, {"dry", true}, {"least", 5.0}, {"most", 20.0}});
  CHECK(decision.by == Words{"wide"});
  CHECK(output(decision, "cups") == Value(15.0));
}

TEST_CASE("otherwise decides where no row does") {
  const auto decision = decide(table(), {{"plant", word("fern")}, {"dry", true}, {"least", 25.0}});
  CHECK(decision.by == Words{"otherwise"});
  CHECK(output(decision, "water") == word("sip"));
}

TEST_CASE("a table of findings passes when nothing is wrong and everything known") {
  const auto sheet = read_table(R"({"format": 1, "id": "fuel", "title": "Ready?", "hit": "all",
    "inputs": [{"id": "fuel", "title": "Fuel?", "kind": "number"}, {"id": "trip", "title": "Trip?", "kind": "number"},
               {"id": "signed", "title": "Signed?", "kind": "yes"}],
    "values": {"left": {"minus": ["fuel", "trip"]}, "share": {"ratio": ["trip", "fuel"]}},
    "outputs": [{"id": "pass", "title": "Pass"}, {"id": "left", "title": "Left"}],
    "rows": [{"id": "reserve", "when": {"left": {"lt": 30}}}, {"id": "unsigned", "when": {"signed": false}},
             {"id": "thirsty", "when": {"share": {"gt": 0.8}}}],
    "report": {"left": {"round": ["left", 0]}}})");
  const auto fine = decide(sheet, {{"fuel", 100.0}, {"trip", 60.0}, {"signed", true}});
  CHECK(fine.decided);
  CHECK(output(fine, "pass") == Value(true));
  CHECK(output(fine, "left") == Value(40.0));

  const auto short_of_it = decide(sheet, {{"fuel", 80.0}, {"trip", 60.0}, {"signed", false}});
  CHECK(short_of_it.by == Words{"reserve", "unsigned"});
  CHECK(output(short_of_it, "pass") == Value(false));

  // A ratio by 0 is unknown, though there is nothing to ask for.
  const auto empty = decide(sheet, {{"fuel", 0.0}, {"trip", -40.0}});
  CHECK_FALSE(empty.decided);
  CHECK(empty.by == Words{"unsigned", "thirsty"});
  CHECK(empty.open == empty.by);
  CHECK(empty.ask == Words{"signed"});
  CHECK(output(empty, "pass") == Value(false));
}

TEST_CASE("a table for each of several decides each record, and best takes the one with the most") {
  const auto each =
      read_table(R"({"format": 1, "id": "weeks", "title": "Behind?", "for_each": "weeks",
    "inputs": [{"id": "weeks", "title": "Weeks", "kind": "list", "fields": [
      {"id": "planned", "title": "Planned", "kind": "number"}, {"id": "actual", "title": "Actual", "kind": "number"}]}],
    "values": {"debt": {"minus": ["planned", "actual"]}}, "outputs": [{"id": "gap", "title": "Gap"}],
    "rows": [{"id": "gap", "when": {"debt": {"gt": 1}}, "then": {"gap": true}}], "otherwise": {"gap": false}})");
  const Records records{
      {.id = "1", .numbered = true, .fields = {{"planned", 6.0}, {"actual", 6.0}}},
      {.id = "2", .numbered = true, .fields = {{"planned", 9.0}, {"actual", 7.0}}}};
  const auto decisions = decide_each(each, {{"weeks", records}});
  REQUIRE(decisions.size() == 2);
  CHECK(output(decisions[0].decision, "gap") == Value(false));
  CHECK(output(decisions[1].decision, "gap") == Value(true));
  CHECK(decide_each(each, {}).empty());

  auto best = each;
  best.best = "debt";
  CHECK(decide(best, {{"weeks", records}}).record.value().id == "2");
  CHECK(decide(best, {}).ask == Words{"weeks"});
}

TEST_CASE("candidates are narrowed; a filter that may be empty-handed drops nobody by itself") {
  const auto herbs = read_table(
      R"({"format": 1, "id": "herb", "title": "Which?", "outputs": [{"id": "pick", "title": "Herb"}],
    "inputs": [{"id": "window", "title": "Window?", "kind": "one", "of": ["south", "north"]},
               {"id": "likes", "title": "Likes?", "kind": "some", "of": ["tea", "pasta", "curry"]},
               {"id": "budget", "title": "Budget?", "kind": "number"}],
    "candidates": [{"id": "basil", "light": ["south"], "dish": ["pasta"], "usd": 4}, {"id": "mint", "light": ["north", "south"], "dish": ["tea"], "usd": 3}],
    "filters": [{"id": "place", "keep": {"light": ["has", "window"]}},
                {"id": "dish", "keep": {"dish": ["shares", "likes"]}, "may_be_empty_handed": true},
                {"id": "money", "keep": {"usd": ["le", "budget"]}}]})");
  const auto pick = [&](const std::string& window, const Words& likes, double budget) {
    return output(decide(herbs, {{"window", word(window)}, {"likes", likes}, {"budget", budget}}),
                  "pick");
  };
  CHECK(pick("south", {"tea"}, 5) == word("mint"));
  CHECK(pick("south", {"curry"}, 5) == word("basil"));
  CHECK(pick("south", {"pasta"}, 3) == std::nullopt);
  CHECK(decide(herbs, {{"window", word("south")}}).ask == Words{"likes"});
}

}  // namespace gradus::decisions::decide_test
