#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace gradus::cli::drill_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

// A program with a plan, on its first day: the tier sql is open.
class Drilling : public CheckedProgram {
 public:
  Drilling() { done("init --start 2026-11-30 --quiet"); }
  json parsed(const std::string& words) { return json::parse(done(words + " --json")); }
  json newest() { return parsed("entries --limit 1").at(0); }
  bool recorded_nothing() { return parsed("entries").empty(); }
};

// Questions of the learner's own, in a file for the roadmap.
void write_own(const CheckedProgram& program, const std::string& id) {
  const auto folder = program.folder().path() / ".local/share/gradus/questions";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.json")
      << R"({"format": 1, "id": "mine", "title": "Mine", "curriculum": "de-roadmap",
 "questions": [{"id": ")"
      << id
      << R"(", "kind": "prompt", "tier": "sql", "title": "My own", "ask": "Why?", "points": ["so"]}]})";
}

}  // namespace

TEST_CASE("drill --list needs no store", "[cli][drill]") {
  CheckedProgram program;
  const auto listed = json::parse(program.done("drill --list --json"));
  CHECK(listed.size() == 124);
  std::size_t timed = 0;
  for (const auto& each : listed) {
    INFO(each);
    CHECK_FALSE(each.at("title").get<std::string>().empty());
    CHECK_FALSE(each.at("source").get<std::string>().empty());
    CHECK_FALSE(each.at("tier").get<std::string>().empty());
    CHECK(each.at("article").is_number());
    const bool has_limit = each.at("limit_seconds").is_number();
    CHECK((each.at("kind") == "timed") == has_limit);
    if (has_limit) ++timed;
  }
  CHECK(timed == 13);
  CHECK_THAT(program.done("drill --list"), Contains("sql: ") && Contains("plan-aloud") &&
                                               Contains("timed, 1:00") &&
                                               Contains("A plan read aloud"));
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

TEST_CASE("the tiers of the list are in the curriculum's order", "[cli][drill]") {
  CheckedProgram program;
  std::vector<std::string> tiers;
  for (const auto& each : json::parse(program.done("drill --list --json"))) {
    const auto tier = each.at("tier").get<std::string>();
    if (tiers.empty() || tiers.back() != tier) tiers.push_back(tier);
  }
  CHECK(tiers ==
        std::vector<std::string>{"sql", "python", "spark", "cloud", "orchestration", "portfolio"});
}

TEST_CASE("a recorded drill says when it comes back for review", "[cli][drill]") {
  Drilling program;
  CHECK_THAT(program.done("drill plan-aloud --seconds 55 --said all"),
             Contains("5 of 5 points (100%): passed; next on Wed 2026-12-02 (in 2 days)"));
}

TEST_CASE("a store that can't be read doesn't keep the list away", "[cli][drill]") {
  CheckedProgram program;
  std::ofstream(program.store()) << "no database at all, but text that goes on for a while";
  CHECK(json::parse(program.done("drill --list --json")).size() == 124);
}

TEST_CASE("a track that isn't there is no reason to list another's questions", "[cli][drill]") {
  Drilling program;
  program.refused("drill --list --track evenings");
}

TEST_CASE("the list may be narrowed", "[cli][drill]") {
  CheckedProgram program;
  const auto all_are = [&](const std::string& words, const std::string& key,
                           const std::string& value) {
    const auto listed = json::parse(program.done("drill --list --json " + words));
    CHECK_FALSE(listed.empty());
    CHECK(std::ranges::all_of(listed, [&](const json& each) { return each.at(key) == value; }));
  };
  all_are("--topic window-functions", "topic", "window-functions");
  all_are("--tier python", "tier", "python");
  all_are("--module query-tuning", "module", "query-tuning");
  CHECK_THAT(program.refused("drill --list --topic window-function"),
             Contains("no question of the topic \"window-function\"") &&
                 Contains("did you mean window-functions?"));
  CHECK_THAT(program.refused("drill --list --tier pyhton"), Contains("did you mean python?"));
  CHECK_THAT(program.refused("drill --list --module query-tunning"),
             Contains("did you mean query-tuning?"));
  CHECK_THAT(program.refused("drill plan-aloud --list"), Contains("--list lists questions"));
}

TEST_CASE("without a terminal drill prints the question, and how to record an answer",
          "[cli][drill]") {
  Drilling program;
  const auto shown = program.done("drill plan-aloud");
  CHECK_THAT(shown, Contains("A plan read aloud (plan-aloud)") && Contains("Within 60 seconds") &&
                        Contains("Next: gradus drill plan-aloud --points") &&
                        Contains("gradus drill plan-aloud --seconds N --said 1,2") &&
                        !Contains("worked up to the root"));
  CHECK_THAT(program.done("drill plan-aloud --points"), Contains("worked up to the root"));
  const auto asked = program.parsed("drill plan-aloud");
  CHECK(asked.at("id") == "plan-aloud");
  CHECK(asked.at("kind") == "timed");
  CHECK(asked.at("limit_seconds") == 60);
  CHECK(asked.at("points").size() == 5);
  CHECK(asked.at("module") == "query-tuning");
  CHECK(program.parsed("drill rank-functions").at("limit_seconds").is_null());
  CHECK_THAT(program.refused("drill plan-alould"),
             Contains("there is no question") && Contains("did you mean plan-aloud?"));
  CHECK(program.recorded_nothing());
}

TEST_CASE("drill chooses from the open tier, the same question all day, another by seed",
          "[cli][drill]") {
  Drilling program;
  const auto first = program.parsed("drill");
  CHECK(first.at("tier") == "sql");
  CHECK(program.parsed("drill") == first);
  std::set<std::string> chosen;
  for (int seed = 0; seed < 20; ++seed) {
    const auto words = "drill --seed " + std::to_string(seed);
    const auto asked = program.parsed(words);
    CHECK(asked.at("tier") == "sql");
    CHECK(program.parsed(words) == asked);
    chosen.insert(asked.at("id").get<std::string>());
  }
  CHECK(chosen.size() > 3);
  CHECK(program.parsed("drill --topic kafka").at("topic") == "kafka");
  CHECK_THAT(program.refused("drill --seed -1"), Contains("--seed"));
  for (const auto* words : {"--seed 3", "--topic joins", "--tier sql", "--module query-tuning"})
    CHECK_THAT(program.refused(std::string("drill plan-aloud ") + words),
               Contains("an id names the question"));
}

TEST_CASE("no question comes twice on a day", "[cli][drill]") {
  Drilling program;
  std::set<std::string> asked;
  while (true) {
    const auto next = program.parsed("drill --module query-tuning");
    if (next.is_null()) break;
    REQUIRE(asked.insert(next.at("id").get<std::string>()).second);
    program.done("drill " + next.at("id").get<std::string>() + " --seconds 30 --said all");
  }
  CHECK(asked.size() == 7);
  CHECK_THAT(program.done("drill --module query-tuning"),
             Contains("You have answered every question there is today"));
  program.set_today("2026-12-01");
  CHECK_FALSE(program.parsed("drill --module query-tuning").is_null());
}

TEST_CASE("an answer is recorded with its time and its share of the points", "[cli][drill]") {
  Drilling program;
  CHECK_THAT(program.done("drill plan-aloud --seconds 55 --said 1,3-5 --note \"too fast\""),
             Contains("4 of 5 points (80%): passed") &&
                 Contains("Recorded plan-aloud in 0:55 of 1:00, 80%: passed") &&
                 Contains("gradus undo"));
  const auto entry = program.newest();
  CHECK(entry.at("type") == "drill");
  CHECK(entry.at("drill") == "plan-aloud");
  CHECK(entry.at("seconds") == 55);
  CHECK(entry.at("limit_seconds") == 60);
  CHECK(entry.at("passed") == true);
  CHECK(entry.at("score") == 0.8);
  CHECK(entry.at("note") == "too fast");
  CHECK(entry.at("tier") == "sql");
  SECTION("past the limit it does not pass") {
    CHECK_THAT(program.done("drill plan-aloud --seconds 1:12 --said all"),
               Contains("5 of 5 points (100%), 0:12 over the limit: not passed"));
    CHECK(program.newest().at("passed") == false);
    CHECK(program.newest().at("seconds") == 72);
  }
  SECTION("with too few points neither") {
    CHECK_THAT(program.done("drill plan-aloud --seconds 20 --said none"),
               Contains("0 of 5 points (0%): not passed, which takes two thirds of the points"));
    CHECK(program.newest().at("score") == 0);
  }
  SECTION("a prompt has no limit") {
    program.done("drill rank-functions --seconds 3m --said 1-3");
    CHECK(program.newest().at("limit_seconds").is_null());
    CHECK(program.newest().at("passed") == true);
  }
  SECTION("a score may be given instead") {
    CHECK_THAT(program.done("drill plan-aloud --seconds 20 --score 85"),
               Contains("Read as 85%: passed"));
    CHECK(program.newest().at("score") == 0.85);
    CHECK_THAT(program.done("drill plan-aloud --seconds 20 --score 3/5"), !Contains("Read as"));
    CHECK(program.newest().at("score") == 0.6);
  }
  SECTION("and undone") {
    program.done("undo");
    CHECK(program.recorded_nothing());
  }
  SECTION("as one JSON document") {
    const auto answer = program.parsed("drill plan-aloud --seconds 20 --said all");
    CHECK(answer.at("type") == "drill");
    CHECK(answer.at("score") == 1);
  }
}

TEST_CASE("an answer that makes no sense is refused, and nothing is recorded", "[cli][drill]") {
  Drilling program;
  const auto refused = [&](const std::string& words) {
    return program.refused("drill plan-aloud " + words);
  };
  CHECK_THAT(refused("--seconds 20 --said 6"), Contains("there is no point 6: plan-aloud has 5"));
  CHECK_THAT(refused("--seconds 20 --said most"), Contains("write all, none, or their numbers"));
  CHECK_THAT(refused("--seconds 0 --said all"), Contains("an answer takes 1 to 10800"));
  CHECK_THAT(refused("--seconds=-5 --said all"), Contains("is not how long an answer takes"));
  CHECK_THAT(refused("--seconds 4h --said all"), Contains("14400 seconds"));
  CHECK_THAT(refused("--seconds 1:75 --said all"), Contains("is not how long an answer takes"));
  CHECK_THAT(refused("--seconds 20 --score 101"), Contains("is not a score"));
  CHECK_THAT(refused("--seconds 20 --score 0.5 --said 1"), Contains("both say how good it was"));
  CHECK_THAT(refused("--said all"), Contains("how long the answer took is missing"));
  CHECK_THAT(refused("--seconds 20"), Contains("how good the answer was is missing"));
  CHECK_THAT(program.refused("drill --seconds 20 --said all"), Contains("needs the question's id"));
  CHECK(program.recorded_nothing());
}

TEST_CASE("a long answer to an open question may be a mock interview", "[cli][drill]") {
  Drilling program;
  program.done("drill design-clickstream --as interview --seconds 25m --said 1-4");
  const auto entry = program.newest();
  CHECK(entry.at("type") == "mock_interview");
  CHECK(entry.at("area") == "system-design");
  CHECK(entry.at("score") == 80);
  CHECK(entry.at("note") == "question design-clickstream");
  CHECK_THAT(program.refused("drill design-clickstream --as interview --seconds 2m --said all", 4),
             Contains("an answer of 2:00 is no mock interview, which takes at least 10:00"));
  CHECK_THAT(program.refused("drill rank-functions --as interview --seconds 25m --said all"),
             Contains("rank-functions is one question of many") && Contains("gradus interview"));
  program.refused("drill rank-functions --as interview");
}

TEST_CASE("on a terminal the clock runs, and the points are ticked off", "[cli][drill]") {
  Drilling program;
  program.set_inputs({"", "1, 2 4"});
  program.press_enter_after(72s);
  const auto answer = program.run("drill plan-aloud");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Contains("Enter starts the clock") && Contains("Which of them did you"));
  CHECK_THAT(answer.out, Contains("The clock runs: 1:00. Press Enter when you are done.") &&
                             Contains("Time is up.") &&
                             Contains("You took 1:12, 0:12 more than 1:00.") &&
                             Contains("1.  began at the scans") &&
                             Contains("3 of 5 points (60%), 0:12 over the limit: not passed"));
  CHECK(program.newest().at("seconds") == 72);
  CHECK(program.newest().at("score") == 0.6);
}

TEST_CASE("a prompt's clock counts up", "[cli][drill]") {
  Drilling program;
  program.set_inputs({"", "all"});
  program.press_enter_after(95s);
  CHECK_THAT(program.done("drill rank-functions"),
             Contains("The clock runs. Press Enter when you have answered.") &&
                 Contains("You took 1:35.") && !Contains("Time is up"));
  CHECK(program.newest().at("seconds") == 95);
  CHECK(program.newest().at("limit_seconds").is_null());
}

TEST_CASE("a terminal that can shows the clock move", "[cli][drill]") {
  Drilling program;
  program.set_terminal_width(60);
  program.set_inputs({"", "all"});
  program.press_enter_after(62s);
  const auto out = program.done("drill plan-aloud --color never");
  CHECK_THAT(out, Contains("\r\x1b[KLeft  ") && Contains("00:01") &&
                      Contains("\r\x1b[K\aOver by  0:00") && Contains("\r\x1b[KOver by  0:02"));
  program.set_inputs({"", "all"});
  CHECK_THAT(program.done("drill rank-functions --color never"),
             Contains("\r\x1b[KAnswering  1:02"));
}

TEST_CASE("leaving a round records nothing", "[cli][drill]") {
  Drilling program;
  SECTION("before the clock starts") {
    program.set_inputs({"\x04"});
  }
  SECTION("while it runs") {
    program.set_inputs({""});
  }
  SECTION("when it is asked what was said") {
    program.press_enter_after(5s);
    program.set_inputs({"", "\x04"});
  }
  SECTION("when nothing sensible is answered to that") {
    program.press_enter_after(5s);
    program.set_inputs({"", "most", "", "9"});
  }
  CHECK_THAT(program.done("drill plan-aloud"), !Contains("Recorded"));
  CHECK(program.recorded_nothing());
}

TEST_CASE("an answer that names no points is asked for again", "[cli][drill]") {
  Drilling program;
  program.press_enter_after(5s);
  program.set_inputs({"", "9", "2"});
  const auto answer = program.run("drill plan-aloud");
  CHECK_THAT(answer.err, Contains("there is no point 9: plan-aloud has 5."));
  CHECK(program.newest().at("score") == 0.2);
}

TEST_CASE("a short answer that was to be an interview is a drill", "[cli][drill]") {
  Drilling program;
  program.press_enter_after(300s);
  program.set_inputs({"", "all"});
  CHECK_THAT(program.done("drill design-clickstream --as interview"),
             Contains("Under 10:00, so it is a drill and no mock interview."));
  CHECK(program.newest().at("type") == "drill");
  program.press_enter_after(700s);
  program.set_inputs({"", "all"});
  program.done("drill design-clickstream --as interview");
  CHECK(program.newest().at("type") == "mock_interview");
}

TEST_CASE("questions of one's own are asked like the others", "[cli][drill]") {
  Drilling program;
  write_own(program, "my-own");
  CHECK(program.parsed("drill --list").size() == 125);
  program.done("drill my-own --seconds 5 --said 1");
  CHECK(program.newest().at("drill") == "my-own");
  write_own(program, "plan-aloud");
  CHECK_THAT(program.refused("drill my-own"),
             Contains("mine.json: the id \"plan-aloud\" is taken by a question of another file"));
}

TEST_CASE("without a store a question is shown, and nothing is asked", "[cli][drill]") {
  CheckedProgram program;
  program.set_input("");
  CHECK_THAT(program.done("drill plan-aloud"), Contains("gradus drill plan-aloud --seconds N"));
  CHECK_THAT(program.refused("drill plan-aloud --seconds 5 --said all", 3),
             Contains("gradus init"));
  CHECK_FALSE(std::filesystem::exists(program.store()));
}

}  // namespace gradus::cli::drill_test
