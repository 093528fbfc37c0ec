// Decisions by tables: asked on a terminal, given as options, checked by an author.
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace gradus::cli::decide_test {
namespace {

using testing::Program;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

nlohmann::json decided(Program& program, const std::string& words) {
  const auto answer = program.run("decide " + words + " --json");
  CAPTURE(words, answer.err);
  REQUIRE(answer.code == 0);
  return nlohmann::json::parse(answer.out);
}

// A table of one's own: three inputs and five rows.
constexpr auto opening = R"({
  "format": 1, "id": "chess-opening", "title": "Which opening is played?", "topic": "chess",
  "inputs": [{"id": "colour", "title": "Which colour?", "kind": "one", "of": ["white", "black"]},
             {"id": "first", "title": "The first move of the other side?", "kind": "one", "of": ["none", "e4", "d4"]},
             {"id": "minutes", "title": "Minutes on the clock?", "kind": "number", "range": [1, 180], "unit": "minutes"}],
  "outputs": [{"id": "opening", "title": "Opening"}],
  "rows": [
    {"id": "blitz", "when": {"minutes": {"lt": 5}, "colour": "white"}, "then": {"opening": "london"}, "why": "It needs no thought."},
    {"id": "white", "when": {"colour": "white"}, "then": {"opening": "spanish"}, "why": "There is time to think."},
    {"id": "quick-e4", "when": {"first": "e4", "minutes": {"lt": 5}}, "then": {"opening": "scandinavian"}, "why": "It is forcing."},
    {"id": "e4", "when": {"first": "e4"}, "then": {"opening": "sicilian"}, "why": "It plays for more than a draw."},
    {"id": "d4", "when": {"first": "d4"}, "then": {"opening": "slav"}, "why": "It is solid."}],
  "otherwise": {"opening": "wait"},
  "cases": [
    {"given": {"colour": "white", "first": "none", "minutes": 3}, "expect": {"opening": "london"}, "by": "blitz"},
    {"given": {"colour": "white", "first": "none", "minutes": 90}, "expect": {"opening": "spanish"}, "by": "white"},
    {"given": {"colour": "black", "first": "e4", "minutes": 3}, "expect": {"opening": "scandinavian"}, "by": "quick-e4"},
    {"given": {"colour": "black", "first": "e4", "minutes": 90}, "expect": {"opening": "sicilian"}, "by": "e4"},
    {"given": {"colour": "black", "first": "d4", "minutes": 90}, "expect": {"opening": "slav"}, "by": "d4"}]
})";

}  // namespace

TEST_CASE("decide needs no store, and asks for the first unknown input of the first open row",
          "[cli][decide]") {
  Program program;
  const auto asked = decided(program, "join-method");
  CHECK(asked["status"] == "unknown");
  CHECK(asked["result"].is_null());
  CHECK(asked["ask"] == nlohmann::json{"outer_rows"});
  const auto answer = decided(program, "join-method --set outer_rows=5000 --set inner_indexed=yes");
  CHECK(answer["status"] == "decided");
  CHECK(answer["result"]["method"] == "nested loop");
  CHECK(answer["row"] == "tiny");
  CHECK(answer["illustrative"] == false);
  CHECK(answer["as_of"] == "2026-05-30");
}

TEST_CASE("on a terminal a table asks only for what it needs, and again where an answer is none",
          "[cli][decide]") {
  Program program;
  program.set_terminal_width(80);
  program.set_inputs({"many", "5000", "y"});
  const auto answer = program.run("decide join-method");
  CHECK(answer.code == 0);
  CHECK(contains(answer.shown, "\"many\" is not a number from 1 to 50,000,000 (rows)"));
  CHECK(contains(answer.shown, "nested loop"));
  CHECK_FALSE(contains(answer.shown, "sorted by the join key"));
}

TEST_CASE("findings are listed, those that aren't known against the sheet too", "[cli][decide]") {
  Program program;
  const auto answer = decided(program, "slo-sheet --set target=0.995 --set runbook=no");
  CHECK(answer["result"]["pass"] == false);
  CHECK(answer["result"]["budget_days"] == 0.15);
  CHECK(answer["result"]["gone_h"] == 51);
  CHECK(answer["status"] == "decided");
  CHECK(answer["ask"] == nlohmann::json{"indicator", "budget", "burn_alert", "page_rule"});
}

TEST_CASE("a table for each of several answers a record each", "[cli][decide]") {
  Program program;
  const auto answer = decided(
      program,
      R"(weekly-review --set 'weeks=[{"id":1,"planned":6,"actual":6},{"id":2,"planned":9,"actual":7}]')");
  CHECK(answer["result"] ==
        nlohmann::json::parse(R"([{"id": 1, "gap": false}, {"id": 2, "gap": true, "debt": 2}])"));
  program.folder().write("weeks.json", R"([{"id":"w3","planned":5,"actual":2}])");
  CHECK(decided(program, "weekly-review --set weeks=@$FOLDER/weeks.json")["result"][0]["debt"] ==
        3);
}

TEST_CASE("the records of a sheet may come as CSV", "[cli][decide]") {
  Program program;
  program.folder().write("weeks.csv", "id,planned,actual\n1,6,6\n2,9,7\n");
  const auto result = decided(program, "weekly-review --set weeks=@$FOLDER/weeks.csv")["result"];
  REQUIRE(result.size() == 2);
  CHECK(result[1]["id"] == 2);
  CHECK(result[1]["debt"] == 2);
  program.folder().write("wrong.csv", "id,plannd\n1,6\n");
  const auto refused = program.run("decide weekly-review --set weeks=@$FOLDER/wrong.csv");
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "wrong.csv:2: weeks has no field \"plannd\""));
  CHECK(contains(refused.err, "did you mean planned?"));
  CHECK(program.run("decide readiness --set scores=@$FOLDER/weeks.csv").code == 2);
}

TEST_CASE("a table of one's own is checked, found and decided", "[cli][decide]") {
  Program program;
  const auto file = program.folder().path() / "chess-opening.json";
  program.folder().write("chess-opening.json", opening);
  const auto checked = program.run("decide --check $FOLDER/chess-opening.json");
  CHECK(checked.code == 0);
  CHECK(contains(checked.out, "0 errors, 0 pieces of advice: the table can be used"));
  const auto own = program.folder().path() / "data" / "gradus" / "decisions";
  std::filesystem::create_directories(own);
  std::filesystem::copy_file(file, own / "chess-opening.json");
  program.set_environment("XDG_DATA_HOME", (program.folder().path() / "data").string());
  CHECK(decided(program, "chess-opening --set colour=black --set first=d4")["result"]["opening"] ==
        "slav");
  CHECK(contains(program.run("decide").out, "chess-opening"));

  auto wrong = std::string(opening);
  wrong.replace(wrong.find("\"slav\"}, \"by\""), 6, "\"dutch\"");
  program.folder().write("chess-opening.json", wrong);
  const auto refused = program.run("decide --check $FOLDER/chess-opening.json");
  CHECK(refused.code == 1);
  CHECK(contains(refused.out, "expects dutch for opening, and the table says slav"));
}

TEST_CASE("what no table takes is refused with the nearest, and nothing is written",
          "[cli][decide]") {
  Program program;
  CHECK(contains(program.run("decide jion-method").err, "did you mean join-method?"));
  CHECK(program.run("decide join-method --set rows=5").code == 2);
  CHECK(contains(program.run("decide join-method --set outer_rows=1e400").err, "1e400"));
  CHECK(contains(program.run("decide test-family --set fault=renamed").err, "renamed column"));
  CHECK(program.run("decide --set a=1").code == 2);
  CHECK(program.run("decide join-method --set outer_rows=1 --set outer_rows=2").code == 2);
  CHECK(program.run("decide --check $FOLDER/none.json").code == 2);
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

}  // namespace gradus::cli::decide_test
