#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::modules_test {

using gradus::testing::Answer;
using gradus::testing::Program;
using nlohmann::json;

namespace {

class Modules {
 public:
  Modules() { REQUIRE(program_.run("init --start 2026-11-30").code == 0); }

  Answer run(const std::string& words) { return program_.run("plan module " + words); }
  std::size_t planned() { return json::parse(program_.run("plan --json").out)["modules"].size(); }

 private:
  Program program_;
};

}  // namespace

TEST_CASE("a bundle goes as it came", "[cli]") {
  Modules modules;
  REQUIRE(modules.run("add core").code == 0);
  CHECK(modules.planned() == 5);
  REQUIRE(modules.run("rm core --what-if").code == 0);
  CHECK(modules.planned() == 5);
  REQUIRE(modules.run("rm core").code == 0);
  CHECK(modules.planned() == 0);
  REQUIRE(modules.run("add query-tuning dimensional-modelling").code == 0);
  REQUIRE(modules.run("rm core").code == 0);
  CHECK(modules.planned() == 0);
}

TEST_CASE("what is in the plan already, or not in it, is said in the same way", "[cli]") {
  Modules modules;
  REQUIRE(modules.run("add core").code == 0);
  for (const char* words : {"add core", "add query-tuning"}) {
    const auto answer = modules.run(words);
    INFO(words);
    CHECK(answer.code == 4);
    CHECK_THAT(answer.err, Catch::Contains("already in the plan; nothing was changed"));
  }
  REQUIRE(modules.run("rm core").code == 0);
  for (const char* words : {"rm core", "rm query-tuning"}) {
    const auto answer = modules.run(words);
    INFO(words);
    CHECK(answer.code == 4);
    CHECK_THAT(answer.err, Catch::Contains("in the plan"));
  }
}

TEST_CASE("an unknown module is bad input, with the nearest names", "[cli]") {
  Modules modules;
  for (const char* verb : {"add", "rm"}) {
    const auto unknown = modules.run(std::string(verb) + " nosuch");
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Catch::Contains("there is no module \"nosuch\""));
    const auto near = modules.run(std::string(verb) + " query-tunning");
    CHECK(near.code == 2);
    CHECK_THAT(near.err, Catch::Contains("did you mean query-tuning?"));
    CHECK_THAT(modules.run(std::string(verb) + " cor").err, Catch::Contains("core"));
  }
}

}  // namespace gradus::cli::modules_test
