#include "gradus/calendar/date.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <map>
#include <string>
#include <vector>

namespace gradus::cli::main_job_test {

using gradus::testing::Answer;
using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

json json_of(const Answer& answer) {
  INFO(answer.out << answer.err);
  return json::parse(answer.out);
}

// A line for each problem row of the tier's weeks, one problem a line.
std::string solved_targets(const json& plan, const std::string& tier) {
  std::string lines;
  int number = 0;
  for (const auto& week : plan["weeks"]) {
    if (week["tier"] != tier) continue;
    for (const auto& row : week["problems"])
      for (int i = 0; i < row["count"].get<int>(); ++i)
        lines += json{{"type", "problem"},     {"on", week["to"]},
                      {"week", week["week"]},  {"title", fmt::format("Problem {}", ++number)},
                      {"topic", row["topic"]}, {"difficulty", row["difficulty"]},
                      {"minutes", 12}}
                     .dump() +
                 '\n';
  }
  return lines;
}

const json& criterion(const json& verdict, const std::string& id) {
  const auto& all = verdict["criteria"];
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const json& c) { return c["id"] == id; });
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("24 weeks are laid out on the available days", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);
  const json plan = json_of(program.run("plan --json"));
  REQUIRE(plan["weeks"].size() == 24);
  CHECK(plan["weeks"][0]["from"] == "2026-11-30");
  CHECK(plan["weeks"][23]["to"] == "2027-05-16");
  CHECK(plan["finish"] == "2027-05-16");
  int total = 0;
  std::vector<std::string> tiers;
  for (const auto& week : plan["weeks"]) {
    CHECK(week["minutes"] == 420);
    total += week["minutes"].get<int>();
    const auto tier = week["tier"].get<std::string>();
    if (tiers.empty() || tiers.back() != tier) tiers.push_back(tier);
    for (const auto& block : week["blocks"]) {
      const auto day = gradus::calendar::Date::parse(block["on"].get<std::string>()).value();
      const auto name = gradus::calendar::short_name(day.weekday());
      CHECK((name == "tue" || name == "wed" || name == "thu" || name == "sat" || name == "sun"));
    }
  }
  CHECK(total == 10'080);
  CHECK(tiers ==
        std::vector<std::string>{"sql", "python", "spark", "cloud", "orchestration", "portfolio"});
}

TEST_CASE("weekly targets and top-ups reach what the gates ask for", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  std::map<std::string, int> sums;
  const json plan = json_of(program.run("plan --json"));
  for (const auto& week : plan["weeks"])
    for (const auto& row : week["problems"])
      sums[week["tier"].get<std::string>()] += row["count"].get<int>();
  CHECK(sums == std::map<std::string, int>{{"python", 50}, {"sql", 200}});
}

TEST_CASE("a tier is checked, met, passed, and the next one opens", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);

  const Answer fresh = program.run("ready sql --json");
  CHECK(fresh.code == 1);
  const json before = json_of(fresh);
  CHECK(before["ready"] == false);
  CHECK(before["total"] == 7);
  for (const auto& each : before["criteria"]) {
    for (const char* key : {"have", "need", "missing", "how"}) CHECK(each.contains(key));
    CHECK(each["how"].get<std::string>().rfind("gradus ", 0) == 0);
  }

  program.set_today("2027-01-10");
  const json plan = json_of(program.run("plan --json"));
  program.folder().write("solved.jsonl", solved_targets(plan, "sql"));
  REQUIRE(program.run("import jsonl $FOLDER/solved.jsonl").code == 0);
  CHECK(json_of(program.run("import jsonl $FOLDER/solved.jsonl --json"))["added"] == 0);
  for (const char* id : {"sql-cte-chain", "sql-conditional-aggregation", "sql-dialects"})
    REQUIRE(program.run(std::string("attest sql/") + id + " --evidence seen").code == 0);
  REQUIRE(program.run("artefact add w6-explain-walkthrough --url https://example.org").code == 0);
  CHECK(program.run("unlock").code == 4);  // the speed gate is still closed
  REQUIRE(program.run("solve Gaps --topic window-functions --difficulty hard --minutes 7 --week w5")
              .code == 0);

  CHECK(program.run("ready sql --json").code == 0);
  CHECK(program.run("unlock").code == 0);
  const Answer again = program.run("unlock");
  CHECK(again.code == 4);
  CHECK(again.out.find("python-problems") != std::string::npos);
  CHECK(program.run("plan stretch sql --to 8").err.find("sql is already passed") !=
        std::string::npos);
  CHECK(json_of(program.run("ready sql --json"))["state"] == "passed");
  CHECK(json_of(program.run("ready python --json"))["state"] == "open");
}

TEST_CASE("the speed gate opens under 8 minutes, at the first attempt, without help", "[cli]") {
  Program program("2026-12-28");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto status = [&] {
    return criterion(json_of(program.run("ready sql --json")), "sql-speed-gate")["status"];
  };
  const std::string solve = "solve Islands --topic window-functions --difficulty hard --minutes ";
  for (const char* slow : {"8", "7 --attempts 2", "7 --help-used"}) {
    REQUIRE(program.run(solve + slow).code == 0);
    CHECK(status() == "fail");
  }
  REQUIRE(program.run(solve + "7").code == 0);
  CHECK(status() == "fail");  // no longer the first attempt
  REQUIRE(program.run("solve Gaps --topic window-functions --difficulty hard --minutes 7").code ==
          0);
  CHECK(status() == "pass");
}

TEST_CASE("a read leaves the store as it was, two at once beside a writer too", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 50m read").code == 0);
  const std::string before = read_file(program.store());
  const auto files = [&] {
    return std::distance(std::filesystem::recursive_directory_iterator(program.folder().path()),
                         {});
  };
  const auto files_before = files();
  const std::array reads{"today",
                         "week",
                         "plan",
                         "entries",
                         "ready",
                         "artefact list",
                         "report",
                         "report --format md",
                         "--json",
                         "report --json",
                         "curriculum list",
                         "curriculum show de-roadmap"};
  for (const char* words : reads) {
    INFO(words);
    (void)program.run(words);
    CHECK(read_file(program.store()) == before);
    CHECK(files() == files_before);
  }

  // Ids come from one counter, so only one of the three writes.
  const auto read = [&] {
    for (int i = 0; i < 10; ++i)
      for (const char* words : {"today", "ready", "plan"}) CHECK(program.run(words).code < 2);
  };
  auto first = std::async(std::launch::async, read);
  auto second = std::async(std::launch::async, read);
  for (int i = 0; i < 10; ++i) CHECK(program.run("log 10m lab").code == 0);
  first.get();
  second.get();
  CHECK(json_of(program.run("entries --json")).size() == 11);
}

TEST_CASE("another field's curriculum works from its file alone", "[cli]") {
  Program program("2026-01-05");
  program.folder().write("mine.json", read_file(std::filesystem::path(GRADUS_SOURCE_DIR) /
                                                "data/curricula/examples/watercolour.json"));
  CHECK(program.run("curriculum check $FOLDER/mine.json").code == 0);
  REQUIRE(program.run("init --curriculum $FOLDER/mine.json --start 2026-01-05").code == 0);
  std::filesystem::remove(program.folder().path() / "mine.json");  // the store keeps a copy
  const json plan = json_of(program.run("plan --json"));
  CHECK(plan["weeks"].size() == 5);
  CHECK(plan["tiers"].size() == 2);
  CHECK(program.run("ready").code == 1);
  CHECK(program.run("log 1h lab").code == 0);
}

}  // namespace gradus::cli::main_job_test
