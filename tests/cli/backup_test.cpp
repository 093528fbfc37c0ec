#include "support/calendar_file.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace gradus::cli::backup_test {

using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

// A store with a day's backup and entries after it.
struct UsedProgram : Program {
  UsedProgram() : Program("2026-12-01") {
    REQUIRE(run("init --start 2026-11-30").code == 0);
    REQUIRE(run("log 1h read").code == 0);
    set_today("2026-12-02");
    REQUIRE(run("log 2h lab").code == 0);
    REQUIRE(run("log 3h lab").code == 0);
  }
};

std::size_t entries(Program& program) {
  return json::parse(program.run("entries --json").out).size();
}

void overwrite(const Program& program, const std::string& text) {
  std::ofstream(program.store(), std::ios::binary | std::ios::trunc) << text;
}

}  // namespace

TEST_CASE("a store of garbage: every command says so, and restore brings back the newest backup",
          "[cli]") {
  UsedProgram program;
  overwrite(program, std::string(5000, 'g'));
  for (const char* words : {"",
                            "today",
                            "week",
                            "plan",
                            "entries",
                            "ready",
                            "log 1h read",
                            "rm 0000",
                            "undo",
                            "redo",
                            "undo --list",
                            "unlock",
                            "plan break 2027-01-01 2027-01-02",
                            "replan",
                            "report",
                            "export ics",
                            "backup",
                            "artefact list",
                            "plan module list",
                            "init --track other"}) {
    INFO(words);
    const auto answer = program.run(words);
    CHECK(answer.code == 3);
    CHECK_THAT(answer.err, Catch::Contains("gradus restore") && Catch::Contains("gradus doctor"));
    CHECK(read_file(program.store()) == std::string(5000, 'g'));
  }
  const auto answer = program.run("restore");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.out,
             Catch::Contains("gradus-2026-12-02.db") &&
                 Catch::Contains("kept as " + program.store().string() + ".replaced-1"));
  CHECK(read_file(program.store().string() + ".replaced-1") == std::string(5000, 'g'));
  CHECK(entries(program) == 2);
  CHECK(program.run("log 1h read").code == 0);
}

TEST_CASE("restore passes over backups that fail their check", "[cli]") {
  UsedProgram program;
  std::ofstream(program.folder().path() / "backups/gradus-2026-12-02.db") << "garbage";
  overwrite(program, "");
  CHECK_THAT(program.run("today").err, Catch::Contains("gradus restore"));
  const auto answer = program.run("restore --json");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Catch::Contains("skipped") && Catch::Contains("gradus-2026-12-02.db"));
  const auto restored = json::parse(answer.out);
  CHECK_THAT(restored["restored"].get<std::string>(), Catch::EndsWith("gradus-2026-12-01.db"));
  CHECK(restored["kept"] == program.store().string() + ".replaced-1");
  CHECK(entries(program) == 0);
}

TEST_CASE("without a good backup restore changes nothing", "[cli]") {
  Program program("2026-12-01");
  const auto answer = program.run("restore");
  CHECK(answer.code == 3);
  CHECK(fs::is_empty(program.folder().path()));
  CHECK(program.run("restore $FOLDER/none.db").code == 2);
}

TEST_CASE("a backup by hand is restored, and the restore is taken back", "[cli]") {
  UsedProgram program;
  const auto backup = json::parse(program.run("backup --json").out)["backup"].get<std::string>();
  CHECK_THAT(backup, Catch::EndsWith("gradus-2026-12-02-2.db"));
  REQUIRE(program.run("backup $FOLDER/mine.db").code == 0);
  REQUIRE(program.run("undo").code == 0);
  CHECK(entries(program) == 2);
  REQUIRE(program.run("restore $FOLDER/mine.db").code == 0);
  CHECK(entries(program) == 3);
  REQUIRE(program.run("restore $FOLDER/gradus.db.replaced-1").code == 0);
  CHECK(entries(program) == 2);
}

TEST_CASE("after a restore no calendar event has a lower sequence than before", "[cli]") {
  UsedProgram program;
  REQUIRE(program.run("backup $FOLDER/copy.db").code == 0);
  REQUIRE(program.run("plan break 2026-12-14 2026-12-20").code == 0);
  const auto told = [&] { return gradus::testing::told_events(program.run("export ics").out); };
  const auto seen = told();
  program.set_real_time("2026-12-03T12:00:00Z");
  REQUIRE(program.run("restore $FOLDER/copy.db").code == 0);
  CHECK(gradus::testing::faults_since(seen, told()).empty());
  CHECK(program.run("doctor").code == 0);
}

TEST_CASE("backup takes the place of no other file", "[cli]") {
  UsedProgram program;
  program.folder().write("diary.txt", "dear diary");
  CHECK(program.run("backup $FOLDER/diary.txt").code == 2);
  CHECK(read_file(program.folder().path() / "diary.txt") == "dear diary");
  CHECK(program.run("backup $FOLDER/gradus.db").code == 2);
  CHECK(program.run("restore $FOLDER/gradus.db").code == 2);
  CHECK(program.run("restore $FOLDER/diary.txt").code == 2);
  CHECK(program.run("backup $FOLDER").code == 2);
  CHECK(program.run("backup $FOLDER/mine.db").code == 0);
  const auto mine = read_file(program.folder().path() / "mine.db");
  REQUIRE(program.run("log 1h read").code == 0);
  CHECK(program.run("backup $FOLDER/mine.db").code == 2);
  CHECK(read_file(program.folder().path() / "mine.db") == mine);
  CHECK(entries(program) == 4);
}

TEST_CASE("a backup that fails warns, and the change stands", "[cli]") {
  Program program("2026-12-01");
  program.folder().write("backups", "in the way");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto answer = program.run("log 1h read");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Catch::Contains("warning: the change is safe"));
  CHECK(entries(program) == 1);
}

}  // namespace gradus::cli::backup_test
