#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/check_table.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace gradus::decisions::table_test {
namespace {

// A table of one input with these rows, and whatever else is to stand in it.
std::string with(const std::string& rows, const std::string& rest = "") {
  return fmt::format(
      R"({{"format": 1, "id": "t", "title": "T", "outputs": [{{"id": "o", "title": "O"}}],
"inputs": [{{"id": "a", "title": "A?", "kind": "number", "range": [0, 9]}}, {{"id": "b", "title": "B?", "kind": "some", "of": ["x", "y"]}}],
"rows": [{}]{}}})",
      rows, rest);
}

std::string only_finding(const std::string& json) {
  const auto findings = check_file(json);
  REQUIRE_FALSE(findings.empty());
  return findings.front().message;
}

bool finds(const std::string& json, const std::string& words) {
  return std::ranges::any_of(check_file(json), [&](const text::Finding& finding) {
    return finding.message.find(words) != std::string::npos;
  });
}

const std::string one_row = R"({"id": "r", "when": {"a": {"lt": 5}}, "then": {"o": "low"}})";

}  // namespace

TEST_CASE("what a table gets wrong is named, with what it should be") {
  CHECK(finds(with(R"({"id": "r", "when": {"aa": 1}, "then": {"o": "x"}})"), "\"aa\" is neither"));
  CHECK(
      finds(with(R"({"id": "r", "when": {"b": "z"}, "then": {"o": "x"}})"), "\"z\" is not one of"));
  CHECK(finds(with(R"({"id": "r", "when": {"a": {"has": "x"}}, "then": {"o": "x"}})"),
              "no choice of several"));
  CHECK(finds(with(R"({"id": "r", "when": {"a": {"lt": 1, "gt": 2}}, "then": {"o": "x"}})"),
              "nothing can match"));
  CHECK(finds(with(R"({"id": "r", "when": {}, "then": {"q": "x"}})"), "\"q\" is no output"));
  CHECK(finds(with(one_row + "," + one_row), "stands there twice"));
  CHECK(finds(with(one_row, R"(, "colour": 1)"), "colour"));
  CHECK_FALSE(only_finding("[1, 2").empty());
}

TEST_CASE("values that depend on each other in a circle are refused") {
  const auto circle = with(one_row, R"(, "values": {"p": {"sum": ["q", 1]}, "q": {"abs": ["p"]}})");
  CHECK(finds(circle, "depends on itself"));
  CHECK_THROWS_AS(read_table(circle), Error);
}

TEST_CASE("a number that is none, or outside its range, is refused") {
  CHECK(finds(with(one_row, R"(, "cases": [{"given": {"a": 10}, "expect": {"o": "low"}}])"), "9"));
  CHECK(finds(with(R"({"id": "r", "when": {"a": 1e400}, "then": {"o": "x"}})"), ""));
}

TEST_CASE("a case that the table answers otherwise is an error, on its line") {
  const auto json =
      with(one_row,
           ",\n\"otherwise\": {\"o\": \"high\"},\n\"cases\": [\n{\"given\": {\"a\": 7}, "
           "\"expect\": {\"o\": \"low\"}, \"by\": \"r\"}]");
  const auto findings = check_file(json);
  REQUIRE(findings.size() >= 2);
  CHECK(finds(json, "expects low for o, and the table says high"));
  CHECK(finds(json, "to be decided by r, and otherwise decides"));
  for (const auto& finding : findings)
    if (finding.severity == text::Severity::error) CHECK(finding.line == 6);
}

TEST_CASE("rows never reached, outputs never given, inputs never read and gaps are advice") {
  const auto shadowed =
      with(one_row + R"(, {"id": "s", "when": {"a": {"lt": 4}}, "then": {"o": "lower"}})");
  CHECK(finds(shadowed, "the row s is never reached"));
  CHECK(finds(shadowed, "the row r has no case"));
  CHECK(finds(shadowed, "nothing reads the input b"));
  CHECK(finds(shadowed, "no row decides for a = "));
  CHECK_FALSE(finds(with(one_row, R"(, "otherwise": {"o": "high"})"), "no row decides"));
  for (const auto& finding : check_file(shadowed))
    CHECK(finding.severity == text::Severity::advice);
}

TEST_CASE(
    "every built-in table agrees with its cases, and draws no advice but for opinions left out") {
  std::size_t tables = 0;
  for (const auto& file : curriculum::builtin_files()) {
    if (!file.path.starts_with("decisions/")) continue;
    ++tables;
    const auto table = read_table(file.text);
    CAPTURE(file.path);
    CHECK(file.path == "decisions/" + table.id + ".json");
    CHECK_FALSE(table.source.empty());
    CHECK(table.as_of.has_value());
    for (const auto& finding : check_file(file.text)) {
      CAPTURE(finding.message);
      // Its source lists the question and never uses the answer.
      CHECK(finding.message == "nothing reads the input many_regions");
    }
  }
  CHECK(tables == 54);
}

}  // namespace gradus::decisions::table_test
