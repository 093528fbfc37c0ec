#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace gradus::cli::replan_test {

using gradus::testing::Program;
using nlohmann::json;

namespace {

Program& started(Program& program) {
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);
  return program;
}

std::vector<std::string> warned(Program& program, const std::string& words) {
  std::vector<std::string> codes;
  const auto plan = json::parse(program.run(words + " --json").out);
  for (const auto& warning : plan["warnings"]) codes.push_back(warning["code"].get<std::string>());
  return codes;
}

json limits(Program& program, const std::string& words) {
  const auto answer = json::parse(program.run(words + " --json").out);
  auto all = json::array();
  for (const auto& option : answer["options"]) all.push_back(option["limit"]);
  return all;
}

// One tier of one week, and nothing asked for at the end.
constexpr auto without_finish = R"({"format": 1, "id": "short", "title": "Short", "version": "1",
  "minutes": {"read": 60, "lab": 0, "review": 0},
  "tiers": [{"id": "only", "title": "Only", "weeks": [{"id": "w1", "title": "One"}],
             "exit": [{"id": "read", "title": "Read", "kind": "measured",
                       "require": {"of": "sessions", "measure": "minutes", "at_least": 60}}]}]})";

}  // namespace

TEST_CASE("weeks that nobody can change are not warned of", "[cli]") {
  Program program;
  started(program).set_today("2027-09-01");
  CHECK(warned(program, "replan --apply extend").empty());
  CHECK(warned(program, "plan").empty());
}

TEST_CASE("a break on a day without study makes no warning", "[cli]") {
  Program program;
  started(program);
  REQUIRE(program.run("plan available mon=1h,tue=1h,wed=1h,thu=1h,fri=1h,sat=2h --only").code == 0);
  CHECK(warned(program, "plan break 2026-12-13 2026-12-13").empty());
}

TEST_CASE("catching up within the limit makes no warning", "[cli]") {
  Program program;
  started(program).set_today("2026-12-08");
  REQUIRE(program.run("plan stretch sql --to 8").code == 0);
  REQUIRE(program.run("plan break 2027-01-04 2027-01-04").code == 0);
  CHECK(warned(program, "replan --apply catch-up").empty());
}

TEST_CASE("a repeated week's time is told as today tells it", "[cli]") {
  Program program;
  started(program).set_today("2027-01-10");
  for (const char* week : {"w1", "w2", "w3", "w4", "w5", "w6"})
    REQUIRE(program.run(fmt::format("log 7h lab --on 2027-01-05 --week {}", week)).code == 0);
  REQUIRE(program.run("replan --apply extend").code == 0);
  program.set_today("2027-01-13");
  CHECK_THAT(program.run("log 3h lab").out, Catch::StartsWith("w4 (plan week 7): 3h of 7h"));
  CHECK_THAT(program.run("today").out, Catch::Contains("3h of 7h"));
}

TEST_CASE("each option says what bounds it", "[cli]") {
  Program program;
  started(program);
  CHECK(limits(program, "replan")[2] == "none: the plan is not behind, so nothing has to be cut");
  program.set_today("2027-01-20");
  CHECK(limits(program, "replan")[1] ==
        "with 9h45m a week it would end on 2027-05-20, after the first finish");
  program.set_today("2027-02-03");
  CHECK(limits(program, "replan")[1] == "the maximum is 10h a week (change it with --max-hours H)");
  CHECK_THAT(limits(program, "replan --max-hours 7h")[1].get<std::string>(),
             Catch::EndsWith("the maximum is 7h a week (change it with --max-hours H), and the "
                             "plan already has 7h a week"));
  CHECK(limits(program, "replan --max-hours 9h") == limits(program, "replan --max-hours 9"));
  for (const char* wrong : {"0", "0h", "169h", "-3", "many"})
    CHECK(program.run(fmt::format("replan --max-hours={}", wrong)).code == 2);
  CHECK_THAT(program.run("plan compress portfolio --to 1").err,
             Catch::Contains("never compressed: it closes the plan"));
}

TEST_CASE("the options stand beside the plan as it is, and say all they change", "[cli]") {
  Program program;
  started(program).set_today("2026-12-14");
  const auto shown = program.run("replan").out;
  CHECK_THAT(shown, Catch::Contains("hours a week         7h          7h"));
  CHECK_THAT(shown,
             Catch::Contains("fit                  weekly      weekly      flow        flow"));
  const auto options = json::parse(program.run("replan --json").out)["options"];
  for (const auto& option : options) {
    INFO(option.dump(1));
    const auto words = option["changes"].dump();
    CHECK((option["fit"] == "weekly") ==
          (words.find("fit flow instead of weekly") == std::string::npos));
    CHECK((option["minutes_per_week"] == 420) ==
          (words.find("a week instead of 7h") == std::string::npos));
    CHECK((option["slip_days"] == 0) == (words.find("the finish moves") == std::string::npos));
  }
}

TEST_CASE("a curriculum that asks for nothing at its end is done with its last tier", "[cli]") {
  Program program;
  const auto file = program.folder().write("short.json", without_finish);
  REQUIRE(program.run({"init", "--curriculum", file.string(), "--start", "2026-11-30"}).code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  REQUIRE(program.run("unlock").code == 0);
  const auto ready = program.run("ready");
  CHECK(ready.code == 0);
  CHECK_THAT(ready.out, Catch::Contains("asks for nothing at its end"));
  CHECK_THAT(program.run("replan").out, Catch::Contains("Every tier is passed"));
  CHECK(json::parse(program.run("replan --json").out) == json{{"options", json::array()}});
  for (const char* words : {"ready", "today", "report"})
    CHECK_THAT(program.run(words).out, !Catch::Contains("0 of 0"));
}

}  // namespace gradus::cli::replan_test
