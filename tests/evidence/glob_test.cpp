#include "gradus/evidence/glob.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::evidence::glob_test {

using gradus::evidence::matches;

TEST_CASE("a glob without a slash means the top folder", "[evidence]") {
  CHECK(matches("pyproject.toml", "pyproject.toml"));
  CHECK_FALSE(matches("pyproject.toml", "module/pyproject.toml"));
  CHECK_FALSE(matches("pyproject.toml", "pyproject.toml.bak"));
  CHECK(matches("*.py", "load.py"));
  CHECK_FALSE(matches("*.py", "module/load.py"));
  CHECK_FALSE(matches("*.py", "load.pyc"));
  CHECK(matches("*", "README"));
}

TEST_CASE("one star stays in its folder, a question mark is one byte", "[evidence]") {
  CHECK(matches("src/*/load.py", "src/module/load.py"));
  CHECK_FALSE(matches("src/*/load.py", "src/load.py"));
  CHECK_FALSE(matches("src/*", "src/module/load.py"));
  CHECK(matches("a*b*c", "a-bb-b-c"));
  CHECK_FALSE(matches("a*b*c", "a-bb-b-"));
  CHECK(matches("w?.sql", "w1.sql"));
  CHECK_FALSE(matches("w?.sql", "w12.sql"));
  CHECK_FALSE(matches("w?sql", "w/sql"));
}

TEST_CASE("two stars are any number of folders", "[evidence]") {
  CHECK(matches("**/*.py", "load.py"));
  CHECK(matches("**/*.py", "src/module/load.py"));
  CHECK(matches("src/**/load.py", "src/load.py"));
  CHECK(matches("src/**/load.py", "src/a/b/load.py"));
  CHECK_FALSE(matches("src/**/load.py", "lib/load.py"));
  CHECK(matches("models/**", "models/a.sql"));
  CHECK(matches("models/**", "models/staging/a.sql"));
  CHECK_FALSE(matches("models/**", "models"));
  CHECK(matches("**/tests/**", "tests/unit/a.py"));
  CHECK_FALSE(matches("**/tests/**", "tests"));
  CHECK(matches("**/**/a", "a"));
}

TEST_CASE("letters stand for themselves", "[evidence]") {
  CHECK_FALSE(matches("readme.md", "README.md"));
  CHECK(matches("a[b].py", "a[b].py"));
  CHECK_FALSE(matches("a.py", "aXpy"));
  CHECK_FALSE(matches("", "a"));
}

TEST_CASE("a glob of stars on a long path is answered at once", "[evidence]") {
  std::string glob;
  for (int i = 0; i < 60; ++i) glob += "**/*a*";
  std::string path;
  for (int i = 0; i < 1000; ++i) path += "aaa/";
  CHECK_FALSE(matches(glob + "/b", path + "c"));
}

}  // namespace gradus::evidence::glob_test
