#include "gradus/evidence/folder.hpp"

#include "evidence/scratch.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace gradus::evidence::folder_test {

using namespace gradus::evidence;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> paths(const Folder& folder) {
  std::vector<std::string> list;
  for (const auto& file : folder.files) list.push_back(file.path);
  return list;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder's files are found with their sizes", "[evidence]") {
  const Scratch scratch;
  scratch.write("src/a.py", "1234");
  scratch.write("README.md", "# Title\n");
  scratch.write(".github/ci.yml");
  const auto folder = look_into(scratch.path());
  CHECK(paths(folder) == Paths{".github/ci.yml", "README.md", "src/a.py"});
  CHECK(folder.files.back().bytes == 4);
  CHECK(folder.cut.empty());
  REQUIRE(folder.readme.has_value());
  CHECK(folder.readme->text == "# Title\n");
  CHECK(folder.readme->whole);
}

TEST_CASE("what tools make is left out", "[evidence]") {
  const Scratch scratch;
  for (const char* file :
       {".git/config", "node_modules/a/a.js", "a/__pycache__/a.pyc", ".ipynb_checkpoints/a.ipynb",
        ".venv/lib/b.py", "env/pyvenv.cfg", "env/lib/site.py", "own/a.py"})
    scratch.write(file);
  CHECK(paths(look_into(scratch.path())) == Paths{"own/a.py"});
}

TEST_CASE("no symbolic link is followed", "[evidence]") {
  const Scratch outside;
  outside.write("secret.py");
  outside.write("README.md", "# Cost\n");
  const Scratch scratch;
  scratch.write("a.py");
  fs::create_directory_symlink(outside.path(), scratch.path() / "away");
  fs::create_symlink(outside.path() / "secret.py", scratch.path() / "b.py");
  fs::create_symlink(outside.path() / "README.md", scratch.path() / "README.md");
  fs::create_directory_symlink(".", scratch.path() / "loop");
  fs::create_symlink("knot", scratch.path() / "knot");
  const auto folder = look_into(scratch.path());
  CHECK(paths(folder) == Paths{"a.py"});
  CHECK(folder.links == 5);
  CHECK_FALSE(folder.readme.has_value());
}

TEST_CASE("pipes and the like are no files", "[evidence]") {
  const Scratch scratch;
  scratch.shell("mkfifo README.md a.py");
  const auto folder = look_into(scratch.path());
  CHECK(folder.files.empty());
  CHECK_FALSE(folder.readme.has_value());
}

TEST_CASE("past its limits a look ends and says so", "[evidence]") {
  const Scratch scratch;
  for (const char* file : {"a", "b", "c", "d/e/f/g"}) scratch.write(file);
  const auto few = look_into(scratch.path(), {.seen = 3});
  CHECK(few.files.size() <= 3);
  CHECK(few.cut == "more than 3 files and folders");
  CHECK(look_into(scratch.path(), {.seen = 7}).cut.empty());
  const auto shallow = look_into(scratch.path(), {.depth = 2});
  CHECK(paths(shallow) == Paths{"a", "b", "c"});
  CHECK(shallow.cut == "folders more than 2 deep");
  CHECK(look_into(scratch.path(), {.depth = 4}).cut.empty());
  CHECK_FALSE(look_into(scratch.path(), {.path_bytes = 100}).cut.empty());
}

TEST_CASE("of a README no more than the limit is read", "[evidence]") {
  const Scratch scratch;
  scratch.write("README.md", "12345");
  const auto cut = look_into(scratch.path(), {.readme_bytes = 4});
  CHECK(cut.readme->text == "1234");
  CHECK_FALSE(cut.readme->whole);
  CHECK(look_into(scratch.path(), {.readme_bytes = 5}).readme->whole);
}

TEST_CASE("a path that leads to no folder is refused in words", "[evidence]") {
  using Catch::Matchers::Contains;
  const Scratch scratch;
  scratch.write("file");
  fs::create_symlink("knot", scratch.path() / "knot");
  CHECK_THROWS_WITH(look_into(scratch.path() / "none"), Contains("there is no folder"));
  CHECK_THROWS_WITH(look_into(scratch.path() / "file"), Contains("is not a folder"));
  CHECK_THROWS_WITH(look_into(scratch.path() / "knot"), Contains("can't be read"));
}

}  // namespace gradus::evidence::folder_test
