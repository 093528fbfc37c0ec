#include "evidence/readme.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::evidence::readme_test {

using namespace gradus::evidence;
using Strings = std::vector<std::string>;

namespace {

bool stands_in(const std::string& words, const std::string& text) {
  return mentions(folded(text), folded(words));
}

}  // namespace

TEST_CASE("the README is the one at the top, Markdown first", "[evidence]") {
  CHECK(readme_of({{"README.txt"}, {"Readme.md"}}) == "Readme.md");
  CHECK(readme_of({{"README"}}) == "README");
  CHECK(readme_of({{"docs/README.md"}, {"README.pdf"}}).empty());
}

TEST_CASE("headings are marked or underlined", "[evidence]") {
  CHECK(headings_of("# One\n\ntext\n\n##  Two ##\n") == Strings{"One", "Two ##"});
  CHECK(headings_of("One\r\n===\r\ntext\r\nTwo\r\n---\r\n") == Strings{"One", "Two"});
  CHECK(headings_of("= One\n== Two") == Strings{"One", "Two"});
  CHECK(headings_of("text # no\n\n---\n").empty());
}

TEST_CASE("a comment in code is no heading", "[evidence]") {
  CHECK(headings_of("```sh\n# install\nmake\n```\n# Use\n") == Strings{"Use"});
  CHECK(headings_of("~~~\n# install\n~~~\n# Use\n") == Strings{"Use"});
}

TEST_CASE("words are found whatever their case and line", "[evidence]") {
  CHECK(stands_in("explain analyze", "We read EXPLAIN\n  ANALYZE here."));
  CHECK(stands_in("cost", "What it costs: 3 dollars"));
  CHECK(stands_in("größe", "Die GRÖSSE"));
  CHECK(stands_in("费用", "项目费用说明"));
  CHECK(stands_in("c++", "in C++20"));
}

TEST_CASE("a word inside another is not meant", "[evidence]") {
  CHECK_FALSE(stands_in("slo", "a slow start"));
  CHECK_FALSE(stands_in("tool", "a toolbox"));
  CHECK_FALSE(stands_in("cost", "Pentecost"));
  CHECK(stands_in("slo", "a slow start, the SLO"));
}

TEST_CASE("bytes that are no text are no trouble", "[evidence]") {
  CHECK(stands_in("cost", "\xff\xfe COST \x80"));
  CHECK_FALSE(stands_in("cost", std::string("\0\0", 2)));
}

}  // namespace gradus::evidence::readme_test
