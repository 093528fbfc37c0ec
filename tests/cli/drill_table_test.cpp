#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace gradus::cli::drill_table_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// A program with a plan, on its first day, at a terminal.
class Drilling : public CheckedProgram {
 public:
  Drilling() { done("init --start 2026-11-30 --quiet"); }
  json parsed(const std::string& words) { return json::parse(done(words + " --json")); }
  json newest() { return parsed("entries --limit 1").at(0); }
  bool recorded_nothing() { return parsed("entries").empty(); }
};

// The words of each right answer to a round, as its JSON says them.
std::vector<std::string> right_answers(const json& round, const std::string& output) {
  std::vector<std::string> answers;
  for (const auto& item : round.at("items"))
    answers.push_back(item.at("result").at(output).get<std::string>());
  return answers;
}

// Which chess opening: 3 inputs and 5 rows, as an author would write it from the page on the
// format.
constexpr auto openings = R"({
      "format": 1, "id": "first-move", "title": "Which opening suits this game?", "topic": "openings",
      "inputs": [
        {"id": "colour", "title": "Which colour is yours?", "kind": "one", "of": ["white", "black"]},
        {"id": "first", "title": "What did White play first?", "kind": "one", "of": ["nothing yet", "e4", "d4"]},
        {"id": "minutes", "title": "How many minutes has each player?", "kind": "number", "unit": "min", "range": [1, 120]}
      ],
      "outputs": [{"id": "opening", "title": "Opening"}],
      "rows": [
        {"id": "blitz", "when": {"colour": "white", "minutes": {"lt": 10}}, "then": {"opening": "London System"}, "why": "The same moves against nearly everything."},
        {"id": "white", "when": {"colour": "white"}, "then": {"opening": "Italian Game"}, "why": "There is time to fight for the centre."},
        {"id": "blitz-e4", "when": {"first": "e4", "minutes": {"lt": 10}}, "then": {"opening": "Scandinavian Defence"}, "why": "It forces matters at once."},
        {"id": "e4", "when": {"first": "e4"}, "then": {"opening": "Caro-Kann Defence"}, "why": "Sound, and the bishop gets out."},
        {"id": "d4", "when": {"first": "d4"}, "then": {"opening": "Queen's Gambit Declined"}, "why": "The centre holds."}
      ],
      "otherwise": {"opening": "ask again"}, "otherwise_why": "White has to move first.",
      "cases": [
        {"given": {"colour": "white", "minutes": 3}, "expect": {"opening": "London System"}, "by": "blitz"},
        {"given": {"colour": "white", "minutes": 90}, "expect": {"opening": "Italian Game"}, "by": "white"},
        {"given": {"colour": "black", "first": "e4", "minutes": 5}, "expect": {"opening": "Scandinavian Defence"}, "by": "blitz-e4"},
        {"given": {"colour": "black", "first": "e4", "minutes": 60}, "expect": {"opening": "Caro-Kann Defence"}, "by": "e4"},
        {"given": {"colour": "black", "first": "d4", "minutes": 60}, "expect": {"opening": "Queen's Gambit Declined"}, "by": "d4"},
        {"given": {"colour": "black", "first": "nothing yet", "minutes": 60}, "expect": {"opening": "ask again"}, "by": "otherwise"}
      ]
    })";

std::string chess(const std::string& quiz) {
  return R"({
  "format": 1, "id": "chess", "title": "Chess", "version": "1.0", "minutes": {"read": 60, "lab": 60}, "available": "sat=2h",
  "tiers": [{
    "id": "openings", "title": "Openings",
    "weeks": [{"id": "w1", "title": "First moves", "goals": ["Choose an opening"]}],
    "exit": [{"id": "knows-openings", "title": "At least 4 of 6 games opened well", "kind": "quiz", )" +
         quiz + R"(}]
  }],
  "decisions": [)" +
         openings + "]\n}\n";
}

std::filesystem::path write_chess(const CheckedProgram& program, const std::string& quiz) {
  auto file = program.folder().path() / "chess.json";
  std::ofstream(file) << chess(quiz);
  return file;
}

constexpr auto quiz = R"("table": "first-move", "items": 6, "at_least": 4)";

}  // namespace

TEST_CASE("a table's items are printed with their answers, and nothing is recorded",
          "[cli][drill][table]") {
  Drilling program;
  const auto round = program.parsed("drill join-method --no-input --items 10 --seed 4");
  CHECK(round.at("table") == "join-method");
  REQUIRE(round.at("items").size() == 10);
  for (const auto& item : round.at("items")) {
    CHECK(item.size() == 4);
    CHECK(item.at("given").is_object());
    CHECK(item.at("result").at("method").is_string());
    CHECK(item.at("row").is_string());
    CHECK(item.at("why").is_string());
  }
  CHECK(round == program.parsed("drill join-method --no-input --items 10 --seed 4"));
  CHECK(program.recorded_nothing());
}

TEST_CASE("without a store a table can be drilled on paper", "[cli][drill][table]") {
  CheckedProgram program;
  const auto shown = program.done("drill join-method --items 2 --seed 1");
  CHECK_THAT(shown, Contains("1 of 2") && Contains("1.  nested loop") &&
                        Contains("gradus drill join-method --seconds N --score") &&
                        !Contains("Answer: "));
  CHECK_THAT(program.done("drill join-method --items 2 --seed 1 --points"), Contains("Answer: "));
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

TEST_CASE("a round has as many items as the quiz on its table", "[cli][drill][table]") {
  Drilling program;
  CHECK(program.parsed("drill architecture-grid").at("items").size() == 15);
  CHECK(program.parsed("drill design-rows").at("items").size() == 4);
  CHECK(program.parsed("drill table-format").at("items").size() == 8);
}

TEST_CASE("a sequence is put in order, and a sheet has its findings", "[cli][drill][table]") {
  Drilling program;
  const auto sequence = program.parsed("drill iceberg-read-path").at("items");
  REQUIRE(sequence.size() == 1);
  CHECK(sequence[0].at("given").at("shown").size() == 6);
  CHECK(sequence[0].at("result").at("order").at(0) == "catalogue");
  const auto sheet = program.parsed("drill slo-sheet --items 8");
  for (const auto& item : sheet.at("items")) {
    CHECK(item.at("row").is_array());
    CHECK(item.at("row").size() == item.at("why").size());
    CHECK(item.at("result").at("pass") == item.at("row").empty());
  }
}

TEST_CASE("a round on a terminal is checked, and recorded as one drill", "[cli][drill][table]") {
  Drilling program;
  auto answers = right_answers(program.parsed("drill join-method --items 4 --seed 2"), "method");
  const auto right = answers[1];
  answers[1] = right == "merge" ? "hash" : "merge";
  program.set_terminal_width(80);
  program.set_inputs(answers);
  const auto said = program.done("drill join-method --items 4 --seed 2");
  CHECK_THAT(said, Contains("Which join method will the planner take?") && Contains("1 of 4") &&
                       Contains("Right: ") && Contains("Wrong; it is: " + right) &&
                       Contains("3 of 4 right (75%): not passed, which takes 100%") &&
                       Contains("gradus undo"));
  const auto entry = program.newest();
  CHECK(entry.at("type") == "drill");
  CHECK(entry.at("drill") == "join-method");
  CHECK(entry.at("score") == 0.75);
  CHECK(entry.at("items") == 4);
  CHECK(entry.at("passed") == false);
  CHECK(entry.at("limit_seconds").is_null());
}

TEST_CASE("what is no answer is asked for again", "[cli][drill][table]") {
  Drilling program;
  program.set_terminal_width(80);
  program.set_inputs({"9", "", "first", "1"});
  CHECK_THAT(program.done("drill vacuum-retention --items 1 --seed 2"),
             Contains("\"9\" is no answer here: write one number from 1 to 3."));
  CHECK(program.newest().at("items") == 1);
}

TEST_CASE("a round that is left is not recorded", "[cli][drill][table]") {
  Drilling program;
  program.set_terminal_width(80);
  program.set_inputs({"1", "\x04"});
  CHECK_THAT(program.done("drill join-method --items 4"), Contains("Nothing was recorded."));
  program.set_terminal_width(0);
  CHECK(program.recorded_nothing());
}

TEST_CASE("a round on paper can be recorded", "[cli][drill][table]") {
  Drilling program;
  CHECK_THAT(program.done("drill file-layout --seconds 4m --score 7/8"),
             Contains("88%: passed") && Contains("next on"));
  CHECK(program.newest().at("items") == 8);
  CHECK_THAT(program.done("drill file-layout --seconds 4m --score 100 --items 5"),
             Contains("Read as 100%: passed, but too short for the quiz, which has 8 items"));
  CHECK_THAT(program.refused("drill file-layout --score 7/8"), Contains("how long the round took"));
  CHECK_THAT(program.refused("drill file-layout --seconds 90"), Contains("how good the round was"));
  CHECK_THAT(program.refused("drill file-layout --seconds 90 --said 1"), Contains("--said"));
  CHECK_THAT(program.refused("drill file-layout --as interview"), Contains("no mock interview"));
}

TEST_CASE("what names neither a question nor a table is told the nearest", "[cli][drill][table]") {
  Drilling program;
  CHECK_THAT(program.refused("drill join-methd"), Contains("did you mean join-method?"));
  CHECK_THAT(program.refused("drill plan-alou"), Contains("did you mean plan-aloud?"));
  CHECK_THAT(program.refused("drill plan-aloud --items 3"), Contains("gradus drill TABLE"));
  CHECK_THAT(program.refused("drill --items 3"), Contains("gradus drill TABLE"));
  CHECK_THAT(program.refused("drill join-method --tier sql"), Contains("leave out"));
  program.refused("drill join-method --items 0");
}

TEST_CASE("a table with fewer items says so", "[cli][drill][table]") {
  Drilling program;
  const auto answer = program.run("drill component-failures --items 9 --json");
  CHECK(json::parse(answer.out).at("items").size() == 5);
  CHECK_THAT(answer.err, Contains("the table has 5 items, not 9"));
}

TEST_CASE("a table that was drilled comes up for review by its title", "[cli][drill][table]") {
  Drilling program;
  program.done("drill join-method --seconds 4m --score 100% --on 2026-11-20");
  program.set_today("2027-01-30");
  const auto due = program.parsed("review").at("due");
  REQUIRE(due.size() == 1);
  CHECK(due[0].at("title") == "Which join method will the planner take?");
  CHECK_THAT(program.done("review"), Contains("Which join method will the planner take?") &&
                                         Contains("gradus drill join-method"));
}

TEST_CASE("a table of another field is written, drilled and put into a gate",
          "[cli][drill][table]") {
  CheckedProgram program;
  const auto file = write_chess(program, quiz).string();
  CHECK_THAT(program.done("curriculum check " + file), Contains("0 errors, 0 pieces of advice"));
  program.done("init --curriculum " + file + " --start 2026-11-30 --quiet");
  CHECK_THAT(program.done("decide first-move --set colour=black --set first=e4 --set minutes=60"),
             Contains("Caro-Kann Defence"));

  // A round of luck is none: the gate stays shut.
  program.set_terminal_width(80);
  program.set_inputs({"1", "1", "1", "1", "1", "1"});
  program.done("drill first-move --seed 5");
  program.set_terminal_width(0);
  CHECK(program.run("ready openings").code == 1);
  CHECK_THAT(program.run("ready openings").out, Contains("gradus drill first-move --items 6"));

  const auto round = json::parse(program.done("drill first-move --seed 6 --json"));
  REQUIRE(round.at("items").size() == 6);
  program.set_terminal_width(80);
  program.set_inputs(right_answers(round, "opening"));
  CHECK_THAT(program.done("drill first-move --seed 6"), Contains("6 of 6 right (100%): passed"));
  program.set_terminal_width(0);
  CHECK_THAT(program.done("ready openings"), Contains("PASS"));
}

TEST_CASE("a round that is too short doesn't pass a quiz, one of another program does",
          "[cli][drill][table]") {
  CheckedProgram program;
  const auto file = write_chess(program, quiz).string();
  program.done("init --curriculum " + file + " --start 2026-11-30 --quiet");
  program.done("drill first-move --seconds 60 --score 100% --items 5");
  CHECK(program.run("ready openings").code == 1);
  const auto lines = (program.folder().path() / "drills.jsonl").string();
  std::ofstream(lines) << R"({"type": "drill", "on": "2026-11-30", "tier": "openings", )"
                       << R"("drill": "first-move", "seconds": 80, "passed": true, "score": 0.7})";
  program.done("import jsonl " + lines);
  CHECK(program.run("ready openings").code == 0);
}

TEST_CASE("init refuses a curriculum whose tables or quizzes are wrong", "[cli][drill][table]") {
  CheckedProgram program;
  const auto refused = [&](const std::string& wrong) {
    const auto file = write_chess(program, wrong).string();
    CHECK(program.run("curriculum check " + file).code == 1);
    return program.refused("init --curriculum " + file + " --start 2026-11-30");
  };
  CHECK_THAT(refused(R"("table": "first-mvoe", "items": 6, "at_least": 4)"),
             Contains("there is no table \"first-mvoe\""));
  CHECK_THAT(refused(R"("table": "isolation-grid", "items": 60, "at_least": 4)"),
             Contains("asks for 60 items; the table has 12"));
}

TEST_CASE("a curriculum's table is known in its track alone", "[cli][drill][table]") {
  Drilling program;
  CHECK_THAT(program.refused("drill first-move"), Contains("there is no question or table"));
  CHECK_THAT(program.refused("decide first-move"), Contains("there is no table"));
}

}  // namespace gradus::cli::drill_table_test
