#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <utility>

// Which week a drill belongs to: that of the deep dive whose check asks for it, else the week that
// is current on its day.
namespace gradus::cli::drill_week_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// In the roadmap's first week, or in that of another curriculum.
class Learner : public CheckedProgram {
 public:
  explicit Learner(const std::string& curriculum = "de-roadmap") : CheckedProgram("2026-12-01") {
    done("init --start 2026-11-30 --quiet --curriculum " + curriculum);
  }
  // Where the newest entry went.
  std::pair<std::string, std::string> place() {
    const auto entry = json::parse(done("entries --limit 1 --json")).at(0);
    return {entry.at("week").get<std::string>(), entry.at("tier").get<std::string>()};
  }
  // A round of that many items, all of them right.
  std::string round(const std::string& table, const std::string& options = "") {
    return done("drill " + table + " --seconds 4m --score 100%" + options);
  }
  void import(const json& drill) {
    std::ofstream(folder().path() / "drill.jsonl") << drill.dump() << "\n";
    done("import jsonl $FOLDER/drill.jsonl");
  }
};

using Place = std::pair<std::string, std::string>;

json imported_round(const std::string& table) {
  return {{"type", "drill"}, {"on", "2026-12-01"}, {"drill", table}, {"seconds", 200},
          {"passed", true},  {"score", 1},         {"items", 8}};
}

}  // namespace

TEST_CASE("a round goes to the week of the planned module whose quiz asks for it",
          "[cli][modules]") {
  Learner learner;
  // A module that isn't planned is begun by it.
  CHECK_THAT(learner.round("join-method"), Contains("query-tuning: 1 of 6 checks passed"));
  CHECK(learner.place() == Place{"w1", "sql"});
  learner.done("undo");
  learner.done("plan module add query-tuning");
  const auto said = learner.round("join-method");
  CHECK(learner.place() == Place{"w6", "sql"});
  CHECK_THAT(said, Contains("query-tuning: 1 of 6 checks passed") && Contains(", in w6 on"));
  // No module asks for these.
  learner.round("table-format");
  CHECK(learner.place() == Place{"w1", "sql"});
  learner.done("drill slow-report --seconds 60 --said all");
  CHECK(learner.place() == Place{"w1", "sql"});
  // A week that is named is meant.
  learner.round("join-method", " --week w2");
  CHECK(learner.place() == Place{"w2", "sql"});
}

TEST_CASE("a round goes to the week of a module that was begun", "[cli][modules]") {
  Learner learner;
  learner.done("artefact add replay-proof --url https://example.org");
  const auto said = learner.round("file-layout");
  CHECK(learner.place().first == "w14");
  CHECK_THAT(said, Contains("lakehouse-medallion: 2 of 6 checks passed") && !Contains("locked"));
}

TEST_CASE("a drill against the clock that a module asks for goes to its week", "[cli][modules]") {
  Learner learner;
  learner.done("plan module add query-tuning");
  learner.done("drill plan-aloud --seconds 50 --said all");
  CHECK(learner.place() == Place{"w6", "sql"});
}

TEST_CASE("a module put off to a later week has its rounds there", "[cli][modules]") {
  Learner learner;
  learner.set_today("2027-01-20");
  learner.done("plan module add query-tuning");
  learner.round("join-method");
  CHECK(learner.place().first == "w8");
}

TEST_CASE("a round that the open gate asks for stays in its tier", "[cli][modules]") {
  Learner learner("amateur-radio");
  learner.done("plan module add weak-signals");
  learner.round("band-to-call --items 6");
  CHECK(learner.place() == Place{"w5", "licence"});
  learner.done("track gate warn");
  learner.done("unlock");
  const auto said = learner.round("band-to-call --items 6");
  CHECK(learner.place() == Place{"w4", "licence"});
  CHECK_THAT(said, Contains("weak-signals: 1 of 3 checks passed"));
}

TEST_CASE("an imported drill goes where a typed one does", "[cli][modules]") {
  Learner learner;
  learner.import(imported_round("join-method"));
  CHECK(learner.place() == Place{"w1", "sql"});
  learner.done("undo");
  learner.done("plan module add query-tuning");
  learner.import(imported_round("join-method"));
  CHECK(learner.place() == Place{"w6", "sql"});
  auto elsewhere = imported_round("index-usable");
  elsewhere["tier"] = "sql";
  learner.import(elsewhere);
  CHECK(learner.place() == Place{"w6", "sql"});
  elsewhere["tier"] = "portfolio";
  elsewhere["seconds"] = 100;
  learner.import(elsewhere);
  CHECK(learner.place().second == "portfolio");
}

TEST_CASE("a drill given another name goes where that belongs", "[cli][modules]") {
  Learner learner;
  learner.done("plan module add query-tuning");
  learner.round("table-format");
  learner.done("edit last --drill join-method");
  CHECK(learner.place() == Place{"w6", "sql"});
  learner.done("edit last --note \"on the train\"");
  CHECK(learner.place() == Place{"w6", "sql"});
  learner.done("edit last --drill table-format");
  CHECK(learner.place() == Place{"w1", "sql"});
}

}  // namespace gradus::cli::drill_week_test
