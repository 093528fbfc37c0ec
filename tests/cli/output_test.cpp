#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace gradus::cli::output_test {

using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

TEST_CASE("an output never takes the store's place, and keeps a file's mode", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto store = read_file(program.store());
  CHECK(program.run("export jsonl --output $FOLDER/gradus.db").code == 2);
  CHECK(program.run("report --format md --output $FOLDER/gradus.db").code == 2);
  CHECK(read_file(program.store()) == store);

  const auto file = program.folder().path() / "journal.jsonl";
  program.folder().write("journal.jsonl", "old");
  program.folder().write("journal.jsonl.part", "mine");
  std::filesystem::permissions(
      file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::create_symlink(file, program.folder().path() / "link");
  REQUIRE(program.run("export jsonl --output $FOLDER/link").code == 0);
  CHECK(read_file(file).empty());
  CHECK(std::filesystem::is_symlink(program.folder().path() / "link"));
  CHECK(std::filesystem::status(file).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK(read_file(program.folder().path() / "journal.jsonl.part") == "mine");
  CHECK(program.run("export jsonl --output $FOLDER/none/there").code == 2);
}

TEST_CASE("with --json an error is one document, with what was warned of before it", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.folder().write("runs.csv", "type,on,pipeline,ok,mood\nrun,2026-12-01,p,yes,good\n");
  const auto done = program.run("import csv $FOLDER/runs.csv --json");
  CHECK(done.code == 0);
  CHECK(json::parse(done.out)["added"] == 1);
  CHECK(done.err.starts_with("gradus: warning: "));

  program.folder().write("bad.csv", "type,on,pipeline,ok,mood\nrun,2026-12-01,p,maybe,good\n");
  const auto failed = program.run("import csv $FOLDER/bad.csv --json");
  CHECK(failed.code == 2);
  CHECK(failed.out.empty());
  const auto error = json::parse(failed.err)["error"];
  CHECK(error["kind"] == "usage");
  REQUIRE(error["warnings"].size() == 1);
  CHECK_THAT(error["warnings"][0].get<std::string>(), Catch::Contains("mood"));
  CHECK_FALSE(json::parse(program.run("log 5 --json").err)["error"].contains("warnings"));
  CHECK_THAT(program.run("import csv $FOLDER/bad.csv").err, Catch::StartsWith("gradus: warning: "));
}

}  // namespace gradus::cli::output_test
