#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::explain_test {

using gradus::testing::Program;
using nlohmann::json;

namespace {

// A learner in the SQL tier who has signed nothing yet.
class Solver {
 public:
  Solver() { done("init --start 2026-11-30"); }

  std::string done(const std::string& words) {
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  }
  json explained(const std::string& words = "ready --explain") {
    return json::parse(program_.run(words + " --json").out);
  }
  json criterion(const std::string& id) {
    const auto verdict = explained();
    for (const auto& each : verdict["criteria"])
      if (each["id"] == id) return each;
    return {};
  }
  int code(const std::string& words) { return program_.run(words).code; }

 private:
  Program program_{"2026-12-20"};
};

}  // namespace

TEST_CASE("an explanation names what counted and what nearly did", "[cli]") {
  Solver solver;
  solver.done("solve Quick --topic window-functions --difficulty hard --minutes 9");
  solver.done("solve Helped --topic window-functions --difficulty hard --minutes 7 --help-used");
  const auto gate = solver.criterion("sql-speed-gate");
  CHECK(gate["status"] == "fail");
  const auto& why = gate["explanation"];
  CHECK(why["form"] == "measure");
  CHECK(why["counted"] == json{{"total", 0}, {"newest", json::array()}});
  CHECK(why["near_misses"]["total"] == 2);
  CHECK(why["near_misses"]["nearest"][0]["reason"] == "9 min, limit 8");
  CHECK(why["near_misses"]["nearest"][0]["field"] == "minutes");
  CHECK(why["near_misses"]["nearest"][1]["reason"] == "with help");
  CHECK(why["done"] == 0);

  const auto count = solver.criterion("sql-window-30");
  CHECK(count["explanation"]["counted"]["total"] == 1);
  CHECK(count["explanation"]["counted"]["newest"][0]["text"] ==
        "hard window-functions in 9m: Quick");
  CHECK(count["explanation"]["done"] == 0.033333);
}

TEST_CASE("an explanation has the same exit code as the check", "[cli]") {
  Solver solver;
  CHECK(solver.code("ready --explain") == 1);
  solver.done("track gate warn");
  solver.done("unlock");
  CHECK(solver.code("ready sql --explain") == 0);
  CHECK(solver.code("ready python --explain") == 1);
  CHECK(solver.code("ready finish-line --explain") == 2);
}

TEST_CASE("a passed tier is explained as of the day it was passed", "[cli]") {
  Solver solver;
  solver.done("track gate warn");
  solver.done("solve Before --topic joins --difficulty easy --minutes 9");
  solver.done("unlock");
  const auto verdict = solver.explained("ready sql --explain");
  CHECK(verdict["state"] == "passed");
  CHECK(verdict["criteria"][5]["explanation"]["counted"]["total"] == 1);
}

TEST_CASE("a tree is explained part by part, each with its command", "[cli]") {
  Solver solver;
  solver.done("track gate warn");
  solver.done("unlock");
  const auto gate = solver.criterion("python-modules-gate");
  const auto& why = gate["explanation"];
  CHECK(why["form"] == "all");
  REQUIRE(why["parts"].size() == 2);
  CHECK(why["parts"][0]["command"] == "gradus artefact add w10-package --url URL");
  CHECK(why["parts"][1]["command"] == "gradus attest python/python-modules-gate --evidence TEXT");
}

TEST_CASE("what opens a gate soonest is told by the pace", "[cli]") {
  Solver solver;
  for (int i = 0; i < 7; ++i)
    solver.done(
        fmt::format("solve P{0} --topic joins --difficulty easy --minutes 9 --on 2026-12-1{0}", i));
  const auto soonest = solver.explained()["soonest"];
  CHECK(soonest["pace_from"] == "2026-11-30");
  CHECK(soonest["on"].is_null());  // no window functions yet
  json problems;
  for (const auto& each : soonest["criteria"])
    if (each["criterion"] == "sql-problems") problems = each;
  // 7 in 21 days: 193 more take 579.
  CHECK(problems["waits_for"] == "pace");
  CHECK(problems["on"] == "2028-07-21");
}

TEST_CASE("an explanation of a gate shows a learner's text defused", "[cli]") {
  Solver solver;
  solver.done("solve 'a\x1b[31mred' --topic joins --difficulty easy --minutes 9");
  solver.done("track gate warn");
  solver.done("unlock");
  CHECK(solver.done("ready sql --explain").find('\x1b') == std::string::npos);
}

}  // namespace gradus::cli::explain_test
