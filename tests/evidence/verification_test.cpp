#include "gradus/evidence/verification.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gradus::evidence::verification_test {

using namespace gradus::evidence;
using Catch::Matchers::Contains;
using gradus::calendar::Date;
using gradus::curriculum::Verify;

using rules::Truth;

namespace {

Date day(const char* iso) {
  return Date::parse(iso).value();
}

const Window december{day("2026-12-01"), day("2026-12-31")};

Folder folder_of(std::vector<std::string> paths) {
  Folder folder;
  for (auto& path : paths) folder.files.push_back({std::move(path), 1000});
  return folder;
}

Folder cut(Folder folder) {
  folder.cut = "more than 100000 files and folders";
  return folder;
}

Folder with_readme(std::string text) {
  Folder folder;
  folder.readme = Readme{"README.md", std::move(text)};
  return folder;
}

// The only check of what is asked.
Check the_check(const Verify& asked, const Folder& folder, const History& history = {}) {
  const auto result = verify(asked, folder, history, december);
  REQUIRE(result.checks.size() == 1);
  return result.checks.front();
}

const Verify package{.files = {{"pyproject.toml"}},
                     .more = Verify::More{"**/*.py", "**/*.ipynb"},
                     .readme = Verify::Readme{},
                     .tests = true,
                     .max_mib = 100};

}  // namespace

TEST_CASE("a packaged, tested repository passes", "[evidence]") {
  auto folder = folder_of({"README.md", "notebooks/explore.ipynb", "pyproject.toml",
                           "src/module/__init__.py", "tests/test_load.py"});
  folder.readme = Readme{"README.md", "# A module\n"};
  const auto result = verify(package, folder, {.head = "abc1234"}, december);
  CHECK(result.whole());
  CHECK(result.commit == "abc1234");
  CHECK(result.checks.size() == 5);
  for (const auto& check : result.checks) CHECK(check.why.empty());
}

TEST_CASE("a folder of notebooks fails, and says why", "[evidence]") {
  const auto result = verify(package, folder_of({"a.ipynb", "b.ipynb"}), {}, december);
  CHECK_FALSE(result.whole());
  REQUIRE(result.checks.size() == 5);
  CHECK(result.checks[0].why == "no file matches pyproject.toml");
  CHECK(result.checks[1].why ==
        "0 match **/*.py and 2 match **/*.ipynb: there must be more of the former");
  CHECK(result.checks[1].have == "0 against 2");
  CHECK(result.checks[2].why == "there is no README at the top of the folder");
  CHECK_THAT(result.checks[3].why, Contains("no file is a test by its name"));
  CHECK(result.checks[4].truth == Truth::pass);
}

TEST_CASE("files are counted against both bounds", "[evidence]") {
  const auto folder = folder_of({"a.sql", "b.sql", "c.sql"});
  CHECK(the_check({.files = {{"*.sql", 3}}}, folder).truth == Truth::pass);
  const auto few = the_check({.files = {{"*.sql", 4}}}, folder);
  CHECK(few.truth == Truth::fail);
  CHECK(few.why == "only 3 files match *.sql, 4 are needed");
  CHECK(the_check({.files = {{"*.sql", 0, 3}}}, folder).truth == Truth::pass);
  const auto many = the_check({.files = {{"*.sql", 0, 2}}}, folder);
  CHECK(many.truth == Truth::fail);
  CHECK(many.why == "3 files match *.sql, but at most 2 are allowed");
}

TEST_CASE("as many of the one as of the other is not more", "[evidence]") {
  const Verify asked{.more = Verify::More{"*.py", "*.ipynb"}};
  CHECK(the_check(asked, folder_of({"a.py", "b.ipynb"})).truth == Truth::fail);
  CHECK(the_check(asked, folder_of({"a.py", "c.py", "b.ipynb"})).truth == Truth::pass);
}

TEST_CASE("where not all was looked at, only what is certain counts", "[evidence]") {
  const auto some = cut(folder_of({"a.py", "tests/test_a.py"}));
  CHECK(the_check({.files = {{"*.py"}}}, some).truth == Truth::pass);
  CHECK(the_check({.tests = true}, some).truth == Truth::pass);
  const auto missing = the_check({.files = {{"*.sql"}}}, some);
  CHECK(missing.truth == Truth::unknown);
  CHECK(missing.why ==
        "no file matches *.sql; there are more than 100000 files and folders, so not "
        "everything was read");
  CHECK(the_check({.files = {{"*.py", 0, 5}}}, some).truth == Truth::unknown);
  CHECK(the_check({.files = {{"*.py", 0, 0}}}, some).truth == Truth::fail);
  CHECK(the_check({.more = Verify::More{"**/*.py", "*.x"}}, some).truth == Truth::unknown);
  CHECK(the_check({.readme = Verify::Readme{}}, some).truth == Truth::unknown);
  CHECK(the_check({.max_mib = 1}, some).truth == Truth::unknown);
}

TEST_CASE("a README's headings and words", "[evidence]") {
  const auto folder = with_readme("# Problem\n\nThe cost is low.\n\n## Architecture\n");
  const Verify asked{
      .readme = Verify::Readme{{{"problem"}, {"diagram", "architecture"}, {"cost"}}, {{"cost"}}}};
  const auto checks = verify(asked, folder, {}, december).checks;
  REQUIRE(checks.size() == 5);
  CHECK(checks[1].truth == Truth::pass);
  CHECK(checks[2].truth == Truth::pass);
  CHECK(checks[3].truth == Truth::fail);
  CHECK(checks[3].why == "README.md has no heading with cost");
  CHECK(checks[4].truth == Truth::pass);
}

TEST_CASE("in a README that is too long, anything not found is unknown", "[evidence]") {
  auto folder = with_readme("# Problem\n");
  folder.readme->whole = false;
  const auto checks =
      verify({.readme = Verify::Readme{{{"problem"}, {"cost"}}, {}}}, folder, {}, december).checks;
  REQUIRE(checks.size() == 3);
  CHECK(checks[1].truth == Truth::pass);
  CHECK(checks[2].truth == Truth::unknown);
}

TEST_CASE("commits count by number and by days, in the tier's time", "[evidence]") {
  const Verify asked{.commits = Verify::Commits{3, 2}};
  const auto history = [](std::vector<Date> days) {
    return History{.head = "abc1234", .written_on = std::move(days)};
  };
  const auto good = history({day("2026-12-01"), day("2026-12-01"), day("2026-12-31")});
  CHECK(the_check(asked, {}, good).truth == Truth::pass);
  const auto one_day = history({day("2026-12-01"), day("2026-12-01"), day("2026-12-01")});
  const auto check = the_check(asked, {}, one_day);
  CHECK(check.truth == Truth::fail);
  CHECK(check.have == "3 commits on 1 day");
  CHECK(check.why ==
        "there are 3 commits on 1 day from 2026-12-01 to 2026-12-31, but at least 3 commits on 2 "
        "days "
        "are needed");
  const auto before = history({day("2026-11-30"), day("2026-12-02"), day("2027-01-01")});
  CHECK(the_check(asked, {}, before).have == "1 commit on 1 day");
  CHECK(the_check(asked, {}, {.head = "abc1234", .more = true}).truth == Truth::unknown);
}

TEST_CASE("without a history, commits are unknown and the reason is given", "[evidence]") {
  const auto check = the_check({.commits = Verify::Commits{}}, {}, {.trouble = "no git here"});
  CHECK(check.truth == Truth::unknown);
  CHECK(check.why == "no git here");
}

TEST_CASE("sizes are summed without overflow", "[evidence]") {
  Folder folder;
  folder.files = {{"a", (1U << 20U)}, {"b", 1}};
  const auto heavy = the_check({.max_mib = 1}, folder);
  CHECK(heavy.truth == Truth::fail);
  CHECK(heavy.have == "2 MiB");
  folder.files.pop_back();
  CHECK(the_check({.max_mib = 1}, folder).truth == Truth::pass);
  folder.files = {{"a", UINTMAX_MAX}, {"b", UINTMAX_MAX}};
  CHECK(the_check({.max_mib = 1000000}, folder).truth == Truth::fail);
}

TEST_CASE("a link that stands where a file should is told of", "[evidence]") {
  Folder folder;
  folder.links = 1;
  CHECK(the_check({.files = {{"a.py"}}}, folder).why ==
        "no file matches a.py; a symbolic link was not followed");
}

TEST_CASE("tests are known by their names", "[evidence]") {
  for (const char* path : {"test_load.py", "src/load_test.cpp", "tests/load.py", "a/test/x.sql",
                           "web/load.test.ts", "load.spec.js"})
    CHECK(is_test(path));
  for (const char* path : {"tests/__init__.py", "tests/conftest.py", "tests/data.csv",
                           "test_data.json", "contest.py", "latest/load.py", "test.ipynb", "tests"})
    CHECK_FALSE(is_test(path));
}

}  // namespace gradus::evidence::verification_test
