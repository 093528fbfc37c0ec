#include "support/program.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>
#include <vector>

namespace gradus::cli::doctor_test {

using gradus::testing::everything_in;
using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

using Codes = std::vector<std::string>;

// A store in daily use, with two backups.
struct UsedProgram : Program {
  UsedProgram() : Program("2026-12-01") {
    fs::permissions(folder().path(), fs::perms::owner_all);
    REQUIRE(run("init --start 2026-11-30").code == 0);
    REQUIRE(run("log 1h read").code == 0);
    set_today("2026-12-02");
    REQUIRE(run("solve Totals --topic aggregation --difficulty easy --minutes 9").code == 0);
    REQUIRE(run("attest sql/sql-dialects --evidence notes").code == 0);
    REQUIRE(run("plan module add query-tuning").code == 0);
  }

  void change(const std::string& sql) const {
    SQLite::Database(store().string(), SQLite::OPEN_READWRITE).exec(sql);
  }
  // The codes of what is wrong, and that the two ways to ask agree.
  Codes codes() {
    const auto answer = run("doctor --json");
    CHECK(answer.err.empty());
    const auto findings = json::parse(answer.out)["findings"];
    CHECK(answer.code == (findings.empty() ? 0 : 1));
    CHECK(run("doctor").code == answer.code);
    Codes codes;
    codes.reserve(findings.size());
    for (const auto& finding : findings) codes.push_back(finding["code"].get<std::string>());
    return codes;
  }
};

}  // namespace

TEST_CASE("doctor says in one sentence that a store is sound, and writes nothing", "[cli]") {
  UsedProgram program;
  const auto before = everything_in(program.folder().path());
  const auto answer = program.run("doctor");
  CHECK(answer.code == 0);
  CHECK(answer.out ==
        "The store " + program.store().string() + " is sound, and so are its 2 backups.\n");
  CHECK(answer.err.empty());
  const auto checkup = json::parse(program.run("doctor --json").out);
  CHECK(checkup["sound"] == true);
  CHECK(checkup["findings"].empty());
  CHECK(checkup["backups"].size() == 2);
  CHECK(everything_in(program.folder().path()) == before);
}

TEST_CASE("doctor without a store says so", "[cli]") {
  Program program;
  for (const auto* words : {"doctor", "doctor --fix", "doctor --json"}) {
    const auto answer = program.run(words);
    CHECK(answer.code == 3);
    CHECK_THAT(answer.err, Catch::Contains("there is no store"));
    CHECK(answer.out.empty());
  }
  CHECK(fs::is_empty(program.folder().path()));
}

TEST_CASE("doctor explains garbage, names the good backups, and restore follows", "[cli]") {
  UsedProgram program;
  const auto backups = program.folder().path() / "backups";
  std::ofstream(backups / "gradus-2026-12-02.db", std::ios::binary | std::ios::trunc) << "garbage";
  std::ofstream(program.store(), std::ios::binary | std::ios::trunc) << "dear diary";
  const auto before = everything_in(program.folder().path());
  for (const auto* words : {"doctor", "doctor --fix"}) {
    const auto answer = program.run(words);
    CHECK(answer.code == 1);
    CHECK_THAT(answer.out,
               Catch::Contains("is not a database") && Catch::Contains("no entry can be read") &&
                   Catch::Contains("GOOD  " + (backups / "gradus-2026-12-01.db").string()) &&
                   Catch::Contains("BAD   " + (backups / "gradus-2026-12-02.db").string()) &&
                   Catch::Contains("Next: gradus restore\n"));
    CHECK(everything_in(program.folder().path()) == before);
  }
  REQUIRE(program.run("restore").code == 0);
  CHECK(program.codes() == Codes{"backup"});
}

TEST_CASE("doctor --fix puts right what is safe, says what, and changes no entry", "[cli]") {
  UsedProgram program;
  const auto entries = program.run("export jsonl").out;
  fs::permissions(program.store(), fs::perms::others_read, fs::perm_options::add);
  program.folder().write("gradus.db.Ab12Cd.part", "half a store");
  program.change("PRAGMA journal_mode = WAL");
  CHECK(program.codes() == Codes{"mode", "leftover", "wal"});
  const auto before = everything_in(program.folder().path());
  CHECK_THAT(program.run("doctor").out, Catch::Contains("Next: gradus doctor --fix"));
  CHECK(everything_in(program.folder().path()) == before);

  const auto fixed = json::parse(program.run("doctor --fix --json").out);
  CHECK(fixed["sound"] == true);
  CHECK(fixed["fixed"].size() == 3);
  CHECK(program.codes().empty());
  CHECK(program.run("export jsonl").out == entries);
}

TEST_CASE("a store of a newer gradus can't be used, which is no damage", "[cli]") {
  UsedProgram program;
  program.change("PRAGMA user_version = 99");
  const auto answer = program.run("doctor");
  CHECK(answer.code == 3);
  CHECK_THAT(answer.out, Catch::Contains("newer gradus") && Catch::Contains("update gradus"));
}

TEST_CASE("rows that say what can't be are found by name", "[cli]") {
  UsedProgram program;
  std::string sql, code, words;
  std::tie(sql, code, words) = GENERATE(table<std::string, std::string, std::string>({
      {"UPDATE plan_week SET week_key = 'w99' WHERE number = 3; "
       "UPDATE plan_block SET week_key = 'w99' WHERE week_key = 'w3'",
       "unknown-id", "the plan's weeks"},
      {"UPDATE tier SET id = 'sequel' WHERE id = 'sql'", "value", "no tier \"sequel\""},
      {"DELETE FROM tier WHERE id = 'spark'", "unknown-id", "the tier spark has no state"},
      {"INSERT INTO plan_choice VALUES (1, 'trimmed', 0, 'w99')", "value", "no week \"w99\""},
      {"UPDATE entry SET on_day = '2026-12-04' WHERE seq = 1", "clock", "dated after today"},
      {"UPDATE track SET start_day = '2030-01-01'", "clock", "after the end of its plan"},
      {"UPDATE entry SET at = '10:00', utc_offset = 6000 WHERE seq = 1", "value", "time zone"},
      {"UPDATE entry SET on_day = '2026-02-31' WHERE seq = 1", "value", "2026-02-31"},
      {"UPDATE entry SET minutes = 5000 WHERE seq = 1", "value", "minutes is 5000"},
      {"UPDATE track SET curriculum_text = curriculum_text || ' '", "curriculum",
       "its copy of the curriculum has changed"},
      {"UPDATE track SET start_day = 'soon'", "value", "soon"},
      {"UPDATE plan_module SET text = '{}'", "value", "module"},
      {"UPDATE undo_step SET at = 'then' WHERE seq = 1", "value", "then"},
      {"INSERT INTO removed (track, id, changed) VALUES (1, 'gone', 0)", "value", "gone"},
      {"INSERT INTO removed (track, id, changed) SELECT 1, id, 0 FROM entry WHERE seq = 1", "value",
       "1 entry is still in the journal although marked as removed"},
      {"UPDATE track SET uid = 'mine'", "value", "mine"},
  }));
  INFO(sql);
  program.change(sql);
  CHECK(program.codes() == Codes{code});
  CHECK_THAT(program.run("doctor").out, Catch::Contains(words));
}

TEST_CASE("ids that the curriculum does not know are found, beside the tally of what they replaced",
          "[cli]") {
  UsedProgram program;
  std::string sql, words;
  std::tie(sql, words) = GENERATE(table<std::string, std::string>({
      {"UPDATE entry SET week = 'w99' WHERE seq = 1", "1 entry ("},
      {"UPDATE entry SET tier = 'sequel' WHERE seq = 1", "no tier \"sequel\""},
      {"UPDATE entry SET topic = 'joinery' WHERE seq = 2", "no topic \"joinery\""},
      {"UPDATE entry SET criterion = 'sql-luck' WHERE seq = 3", "no criterion \"sql-luck\""},
  }));
  INFO(sql);
  program.change(sql);
  CHECK(program.codes() == Codes{"unknown-id", "tally"});
  CHECK_THAT(program.run("doctor").out, Catch::Contains(words));
  CHECK(program.run("doctor --fix").code == 1);
  CHECK(program.codes() == Codes{"unknown-id"});
}

TEST_CASE("a copy of a curriculum that can't be read is told, and the journal is not blamed",
          "[cli]") {
  UsedProgram program;
  program.change("UPDATE track SET curriculum_text = substr(curriculum_text, 1, 100)");
  CHECK(program.codes() == Codes{"curriculum", "value"});
}

TEST_CASE("what is wrong with several entries in the same way is one finding", "[cli]") {
  UsedProgram program;
  for (int i = 0; i < 5; ++i) REQUIRE(program.run("log 10m read").code == 0);
  program.change("UPDATE entry SET week = 'w99' WHERE minutes = 10");
  CHECK(program.codes() == Codes{"unknown-id", "tally"});
  CHECK_THAT(program.run("doctor").out, Catch::Contains("5 entries (") && Catch::Contains(", …)"));
}

TEST_CASE("a check of a module that was planned once is known", "[cli]") {
  UsedProgram program;
  program.folder().write(
      "checks.jsonl",
      R"({"type":"attestation","on":"2026-12-02","criterion":"plan-aloud","evidence":"x"})");
  REQUIRE(program.run("import jsonl $FOLDER/checks.jsonl").code == 0);
  REQUIRE(program.run("plan module rm query-tuning").code == 0);
  CHECK(program.codes().empty());
}

}  // namespace gradus::cli::doctor_test
