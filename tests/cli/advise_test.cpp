// Advice from the command line: by options alone, and with what a track knows.
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace gradus::cli::advise_test {
namespace {

using testing::Program;

constexpr auto analyst =
    "certificate --market india-enterprise --portfolio glue,redshift --budget 400 --weeks 8 "
    "--hours-per-week 7 --jobs 0";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

nlohmann::json advised(Program& program, const std::string& words) {
  const auto answer = program.run("advise " + words + " --json");
  CAPTURE(words, answer.err);
  REQUIRE(answer.code == 0);
  return nlohmann::json::parse(answer.out);
}

nlohmann::json step(const nlohmann::json& advice, const std::string& id) {
  for (const auto& each : advice["steps"])
    if (each["step"] == id) return each;
  return {};
}

void start(Program& program, const std::string& words) {
  const auto answer = program.run("init --start 2026-11-30 " + words);
  CAPTURE(answer.err);
  REQUIRE(answer.code == 0);
}

std::string bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("with all its options a certificate needs no store", "[cli][advise]") {
  Program program;
  const auto advice = advised(program, analyst);
  CHECK(advice["pick"] == "dea-c01");
  CHECK(step(advice, "time")["result"] == "borderline");
  CHECK(step(advice, "time")["input"]["hours"] == 56);
  CHECK(step(advice, "portfolio")["result"] == nlohmann::json{"dea-c01"});
  CHECK(advice["assumed"] == nlohmann::json{"has"});
  CHECK(advice["as_of"] == "2026-05-31");
  CHECK_FALSE(std::filesystem::exists(program.store()));
  const auto shown = program.run(std::string("advise ") + analyst).out;
  CHECK(contains(shown, "56 h against 50 to 60 h: borderline"));
  CHECK(contains(shown, "retired since 2025-03-31"));
}

TEST_CASE("an answer of none now is null, and not an error", "[cli][advise]") {
  Program program;
  const auto stopped = advised(program, std::string(analyst) + " --has dea-c01,snowpro-core");
  CHECK(stopped["pick"].is_null());
  CHECK(step(stopped, "stopping-rule")["result"] == "none now");
}

TEST_CASE("names that nobody knows are refused with the nearest", "[cli][advise]") {
  Program program;
  const auto refused = [&](const std::string& words) {
    const auto answer = program.run("advise " + words);
    CHECK(answer.code == 2);
    return answer.err;
  };
  CHECK(contains(refused("certificate --market euorpe"), "europe"));
  CHECK(contains(refused("certificate --portfolio glu"), "glue"));
  CHECK(contains(refused("certificate --has dea-co1"), "dea-c01"));
  CHECK(contains(refused("certificate --budget -1"), "--budget"));
  CHECK(contains(refused("certificate --weeks 1e400"), "--weeks"));
  CHECK(contains(refused("certificate --market us --portfolio glue"), "--budget, --weeks"));
  CHECK(contains(refused("stack"), "--market"));
  CHECK(contains(refused("bootcamp --placement 850"), "placement"));
}

TEST_CASE("what is missing is asked for on a terminal", "[cli][advise]") {
  Program program;
  program.set_terminal_width(80);
  program.set_inputs({"us", "glue", "400", "9", "7"});
  const auto answer = program.run("advise certificate");
  CHECK(answer.code == 0);
  CHECK(contains(answer.shown, "dea-c01, AWS Data Engineer Associate"));
}

TEST_CASE("what the options leave out is the track's, and said to be", "[cli][advise]") {
  Program program;
  start(program, "--stack eu");
  const auto advice = advised(program, "certificate --budget 300");
  CHECK(advice["pick"] == "gcp-pde");
  CHECK(advice["from_track"] ==
        nlohmann::json{"market", "portfolio", "weeks", "hours_per_week", "jobs", "has"});
  CHECK(step(advice, "market")["input"]["market"] == "europe");
  CHECK(step(advice, "time")["input"]["hours_per_week"] == 7);
  CHECK(step(advice, "time")["input"]["weeks"] == 24);
  const auto own = advised(program, "certificate --budget 300 --market us --portfolio s3");
  CHECK(own["pick"] == "dea-c01");
  CHECK(contains(program.run("advise certificate --budget 300").out, "From your track"));
}

TEST_CASE("spending is held to the rules by what is recorded, and nothing is written",
          "[cli][advise]") {
  Program program;
  start(program, "--stack us");
  REQUIRE(program.run("spend 300 DataExpert --kind course").code == 0);
  const auto before = bytes(program.store());
  const auto advice = advised(program, "budget --cap 600");
  CHECK(step(advice, "spent")["result"] == 300);
  CHECK(step(advice, "rules")["result"].empty());
  CHECK(step(advice, "next-course")["result"] ==
        nlohmann::json{"two-courses", "too-soon", "over-cap"});
  CHECK(advice["kit_usd"] == 600);
  CHECK(bytes(program.store()) == before);
}

TEST_CASE("a job accepted lifts the cap on certificates", "[cli][advise]") {
  Program program;
  start(program, "--stack us");
  const std::string words = "certificate --budget 300 --has dea-c01,snowpro-core";
  CHECK(advised(program, words)["pick"].is_null());
  REQUIRE(program.run("apply Acme --status accepted").code == 0);
  CHECK(step(advised(program, words), "stopping-rule")["result"] == "no cap");
}

TEST_CASE("a stack is free to choose until its weeks begin", "[cli][advise]") {
  Program program;
  start(program, "--stack us");
  const auto advice = advised(program, "stack --market europe");
  CHECK(advice["pick"] == "eu");
  CHECK(advice["stacks"].size() == 4);
  CHECK(step(advice, "switch")["result"] == "free to choose");
  CHECK(step(advised(program, "stack"), "switch")["result"] == "stay");
}

TEST_CASE("once its weeks have begun a stack stays, unless a switch is weighed anyway",
          "[cli][advise]") {
  Program program;
  start(program, "--stack us");
  REQUIRE(program.run("track gate warn").code == 0);
  for (const auto* const passed : {"sql", "python"})
    REQUIRE(program.run(std::string("unlock ") + passed).code == 0);
  CHECK(step(advised(program, "stack --market europe"), "switch")["result"] == "free to choose");
  REQUIRE(program.run("unlock spark").code == 0);
  for (const auto* const open : {"cloud", "orchestration", "portfolio"}) {
    INFO(open);
    const auto advice = advised(program, "stack --market europe");
    CHECK(advice["pick"] == "us");
    CHECK(step(advice, "switch")["result"] == "stay");
    CHECK(step(advice, "switch")["input"]["midway"] == true);
    CHECK(contains(program.run("advise stack --market europe").out, "--anyway"));
    const auto anyway = advised(program, "stack --market europe --anyway");
    CHECK(anyway["pick"] == "eu");
    CHECK(step(anyway, "switch")["result"] == "switch anyway");
    // The market of its own stack asks for no switch.
    CHECK(step(advised(program, "stack"), "switch")["result"] == "stay");
    CHECK(program.run(std::string("unlock ") + open).code == 0);
  }
  CHECK(advised(program, "stack --market europe")["pick"] == "us");
}

TEST_CASE("decide takes what the track knows, but never over what is given", "[cli][decide]") {
  Program program;
  start(program, "--stack eu");
  const auto decided = [&](const std::string& words) {
    return nlohmann::json::parse(program.run("decide " + words + " --json").out);
  };
  const auto known = decided("starter-stack");
  CHECK(known["result"]["stack"] == "eu");
  CHECK(known["from_track"] == nlohmann::json{{"market", "europe"}});
  const auto given = decided("starter-stack --set market=us");
  CHECK(given["result"]["stack"] == "us");
  CHECK(given["from_track"].empty());
  CHECK(contains(program.run("decide starter-stack").out, "From your track:"));
  // Nothing of a track bears on a join.
  CHECK(decided("join-method")["from_track"].empty());
}

TEST_CASE("the weeks behind are a sheet for the weekly review", "[cli][decide]") {
  Program program;
  start(program, "--stack us");
  REQUIRE(program.run("log 3h read").code == 0);
  program.set_today("2026-12-08");
  const auto answer = program.run("decide weekly-review --json");
  const auto review = nlohmann::json::parse(answer.out);
  REQUIRE(review["result"].size() == 1);
  CHECK(review["result"][0]["gap"] == true);
  CHECK(review["result"][0]["debt"] == 4);
}

}  // namespace gradus::cli::advise_test
