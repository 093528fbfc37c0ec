#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
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
  program.folder().write("journal.jsonl", R"({"type":"removed"})");
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

TEST_CASE("a report writes over earlier reports, and over other files with --force", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  for (const std::string format : {"text", "md", "html", "json"}) {
    const auto command = fmt::format("report --format {0} --output $FOLDER/file.{0}", format);
    program.folder().write("file." + format, "Dear diary");
    CHECK(program.run(command).code == 2);
    CHECK(read_file(program.folder().path() / ("file." + format)) == "Dear diary");
    CHECK(program.run(command + " --force").code == 0);
    CHECK(program.run(command).code == 0);
  }
}

TEST_CASE("an export writes over earlier exports, and over other files with --force", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  for (const std::string format : {"jsonl", "csv", "ics"}) {
    const auto command = fmt::format("export {0} --output $FOLDER/file.{0}", format);
    program.folder().write("file." + format, "Dear diary");
    const auto refused = program.run(command);
    CHECK(refused.code == 2);
    CHECK(refused.err.find("; nothing was written\n"
                           "  hint: name another file, or write over it with --force") !=
          std::string::npos);
    CHECK(read_file(program.folder().path() / ("file." + format)) == "Dear diary");
    CHECK(program.run(command + " --force").code == 0);
    CHECK(program.run(command).code == 0);
    program.folder().write("file." + format, "");
    CHECK(program.run(command).code == 0);
  }
  CHECK(program.run("export csv --output $FOLDER/file.jsonl").code == 2);
}

TEST_CASE("what is to be written into a folder says so", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  std::filesystem::create_directory(program.folder().path() / "kept");
  for (const auto* const command :
       {"report --format md --output $FOLDER/kept", "report --format html --output $FOLDER/kept/",
        "export jsonl --output $FOLDER/kept", "export ics --output $FOLDER/kept/"}) {
    const auto refused = program.run(command);
    CAPTURE(command, refused.err);
    CHECK(refused.code == 2);
    CHECK(refused.err.find("is a folder\n  hint: name a file in it\n") != std::string::npos);
  }
  const auto missing = program.run("export jsonl --output $FOLDER/none/journal.jsonl");
  CHECK(missing.code == 2);
  CHECK(missing.err.find("/none\"\n  hint: make it first") != std::string::npos);
}

TEST_CASE("- is the standard output", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  for (const auto* const command :
       {"report --format md", "report --format csv --table weeks", "export jsonl"}) {
    CAPTURE(command);
    CHECK(program.run(command + std::string(" --output -")).out == program.run(command).out);
  }
}

TEST_CASE("a path begins in the home folder, wherever it stands", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  program.set_environment("HOME", program.folder().path().string());
  REQUIRE(program.run("export jsonl --output=~/out.jsonl").code == 0);
  CHECK(std::filesystem::exists(program.folder().path() / "out.jsonl"));
  CHECK(program.run("import jsonl '~/out.jsonl'").code == 0);
  CHECK(program.run("--store=~/gradus.db today").code == 0);
  const auto kept =
      json::parse(program.run("artefact add Mine --path=~/mine --note '~/stays' --json").out);
  CHECK(kept["path"] == (program.folder().path() / "mine").string());
  CHECK(kept["note"] == "~/stays");
}

TEST_CASE("what was typed over two lines is one line of an error", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto answer = program.run(
      std::vector<std::string>{"log", "1h", "read", "--topic", "joins\n  hint: rm -rf"});
  CHECK(answer.code == 2);
  CHECK(answer.err.find("joins\xE2\x90\x8A  hint: rm -rf") != std::string::npos);
}

}  // namespace gradus::cli::output_test
