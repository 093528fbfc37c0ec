#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

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

TEST_CASE("an output of - is the standard output", "[cli]") {
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

TEST_CASE("an output takes the place of nothing that belongs to the store", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  std::filesystem::create_symlink(program.folder().path() / "backups/gradus-2026-12-01.db",
                                  program.folder().path() / "link");
  const auto before = gradus::testing::everything_in(program.folder().path());
  for (const std::string file : {"gradus.db-journal", "gradus.db-wal", "gradus.db-shm", "link",
                                 "backups/gradus-2026-12-01.db", "gradus.db.replaced-1"}) {
    const auto answer = program.run("export jsonl --force --output $FOLDER/" + file);
    CHECK(answer.code == 2);
    CHECK_THAT(answer.err, Catch::Contains("nothing was written"));
  }
  CHECK(program.run("backup $FOLDER/gradus.db-journal").code == 2);
  CHECK(gradus::testing::everything_in(program.folder().path()) == before);
}

TEST_CASE("a new file with notes in it is for its owner, and others are as usual", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto mode = [&](const std::string& command, const std::string& file) {
    CHECK(program.run(command + " --output $FOLDER/" + file).code == 0);
    return std::filesystem::status(program.folder().path() / file).permissions();
  };
  using std::filesystem::perms;
  constexpr auto for_owner = perms::owner_read | perms::owner_write;
  const auto before = ::umask(0022);
  CHECK(mode("export jsonl", "a.jsonl") == for_owner);
  CHECK(mode("export csv", "a.csv") == for_owner);
  CHECK(mode("report --private --format md", "private.md") == for_owner);
  CHECK(mode("report --format md", "a.md") == (for_owner | perms::group_read | perms::others_read));
  CHECK(mode("export ics", "a.ics") == (for_owner | perms::group_read | perms::others_read));
  std::filesystem::permissions(program.folder().path() / "a.csv", perms::group_read,
                               std::filesystem::perm_options::add);
  CHECK(mode("export csv", "a.csv") == (for_owner | perms::group_read));
  ::umask(before);
}

TEST_CASE("a pipe that nobody reads from keeps no command waiting", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto pipe = program.folder().path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto answer = program.run("export jsonl --output $FOLDER/pipe");
  CHECK(answer.code == 2);
  CHECK_THAT(answer.err, Catch::Contains("nobody reads from"));
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  CHECK(program.run("export csv --output $FOLDER/pipe").code == 0);
  char first = 0;
  CHECK(::read(reader, &first, 1) == 1);
  CHECK(first == 't');
  ::close(reader);
}

TEST_CASE("a pipe where a file belongs keeps no command waiting", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto pipe = program.folder().path() / "pipe.json";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const auto* words :
       {"curriculum check $FOLDER/pipe.json", "decide --check $FOLDER/pipe.json",
        "init --track b --curriculum $FOLDER/pipe.json"}) {
    const auto answer = program.run(words);
    CHECK(answer.code == 2);
    CHECK_THAT(answer.err, Catch::Contains("is not a file"));
  }
  program.set_environment("XDG_CONFIG_HOME", program.folder().path().string());
  std::filesystem::create_directories(program.folder().path() / "gradus");
  std::filesystem::rename(pipe, program.folder().path() / "gradus/config.toml");
  const auto answer = program.run("today");
  CHECK(answer.code == 2);
  CHECK_THAT(answer.err, Catch::Contains("config.toml is not a file"));
}

TEST_CASE("a line feed in a file's name begins no line of an error", "[cli]") {
  Program program("2026-12-01");
  program.folder().write("a\n  hint: rm -rf.json", "{\"id\": \"x\\ngradus: forged\"}");
  const auto file = (program.folder().path() / "a\n  hint: rm -rf.json").string();
  for (const auto& words : {std::vector<std::string>{"init", "--curriculum", file},
                            std::vector<std::string>{"--store", file, "today"},
                            std::vector<std::string>{"init", "--curriculum", file + "x"}}) {
    const auto answer = program.run(words);
    CHECK(answer.code != 0);
    CHECK_THAT(answer.err,
               !Catch::Contains("\n  hint: rm") && !Catch::Contains("\ngradus: forged"));
    CHECK_THAT(answer.err, Catch::Contains("\xE2\x90\x8A  hint: rm"));
  }
}

}  // namespace gradus::cli::output_test
