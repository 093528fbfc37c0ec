#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::stack_test {

using gradus::testing::Program;
using nlohmann::json;

namespace {

// Its stack "js" retires the only week of the tier "ruby".
std::string file() {
  const auto tier = [](const char* id, int week) {
    return fmt::format(
        R"({{"id": "{0}", "title": "{0}", "compress": "half",
             "weeks": [{{"id": "w{1}", "title": "Week {1}", "goals": ["Know it"]}}],
             "exit": [{{"id": "{0}-hour", "title": "1h of {0}", "kind": "measured",
                        "require": {{"of": "sessions", "measure": "minutes", "at_least": 60}}}}]}})",
        id, week);
  };
  return fmt::format(
      R"({{"format": 1, "id": "web", "title": "The web", "version": "1",
           "minutes": {{"read": 60, "lab": 60}}, "tiers": [{}, {}, {}],
           "stacks": [{{"id": "js", "title": "JavaScript", "weeks": {{"w2": {{"retired": true}}}}}},
                      {{"id": "rails", "title": "Rails"}}]}})",
      tier("html", 1), tier("ruby", 2), tier("shop", 3));
}

// A track in the stack.
void start(Program& program, const std::string& stack) {
  program.folder().write("web.json", file());
  const auto started =
      program.run("init --curriculum $FOLDER/web.json --start 2026-11-30 --stack " + stack);
  INFO(started.err);
  REQUIRE(started.code == 0);
}

json asked(Program& program, const std::string& words) {
  const auto answer = program.run(words + " --json");
  INFO(words << ": " << answer.err);
  REQUIRE((answer.code == 0 || answer.code == 1));
  return json::parse(answer.out);
}

}  // namespace

TEST_CASE("a tier without weeks in the stack can't be stretched or compressed", "[cli]") {
  Program program;
  start(program, "js");
  CHECK(asked(program, "plan")["weeks"].size() == 2);
  for (const char* words : {"plan stretch ruby --to 2", "plan compress ruby --to 1"}) {
    const auto refused = program.run(words);
    CHECK(refused.code == 2);
    CHECK(refused.err ==
          "gradus: the tier ruby is retired: neither this version of the curriculum nor your "
          "stack of it asks for it\n  hint: choose from html, shop\n");
  }
  CHECK(asked(program, "plan stretch shop --to 2")["weeks"].size() == 3);
}

TEST_CASE("unlocking goes past a tier without weeks in the stack", "[cli]") {
  Program program;
  start(program, "js");
  REQUIRE(program.run("log 2h read").code == 0);
  REQUIRE(program.run("unlock").code == 0);
  CHECK(asked(program, "today")["tier"] == "shop");
  CHECK(asked(program, "ready")["tier"] == "shop");
  CHECK(asked(program, "report --format json")["tiers"].size() == 2);
  CHECK(program.run("ready ruby").code == 2);
  REQUIRE(program.run("log 2h lab").code == 0);
  REQUIRE(program.run("unlock").code == 0);
  CHECK(asked(program, "today")["tier"].is_null());
}

TEST_CASE("in a stack that has it, the tier is there as usual", "[cli]") {
  Program program;
  start(program, "rails");
  CHECK(asked(program, "plan")["weeks"].size() == 3);
  REQUIRE(program.run("log 2h read").code == 0);
  REQUIRE(program.run("unlock").code == 0);
  CHECK(asked(program, "today")["tier"] == "ruby");
}

TEST_CASE("checking a curriculum looks at its stacks", "[cli]") {
  Program program;
  program.folder().write("web.json", file());
  const auto checked = program.run("curriculum check $FOLDER/web.json");
  CHECK(checked.code == 0);
  CHECK_THAT(checked.out,
             Catch::Contains("/stacks/0/weeks/w2/retired: advice: leaves the tier \"ruby\" without "
                             "weeks, so it is retired in this stack"));
}

}  // namespace gradus::cli::stack_test
