#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

namespace gradus::cli::output_test {

using gradus::testing::Program;
using gradus::testing::read_file;

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

}  // namespace gradus::cli::output_test
