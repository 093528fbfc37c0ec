#include "cli/mcp/tools.hpp"

#include "cli/error.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::cli::tools_test {

using namespace gradus::cli::mcp;
using nlohmann::json;
using Words = std::vector<std::string>;

namespace {

const Offer everything{.with_private = true, .allowed = {"log", "solve"}};

Words words_for(const std::string& name, const std::string& arguments,
                const Offer& offer = everything) {
  const auto all = tools(offer);
  const auto tool = std::ranges::find(all, name, &Tool::name);
  REQUIRE(tool != all.end());
  return command_line(*tool, text::parse_json(arguments).root);
}

}  // namespace

TEST_CASE("what reads is always offered, what writes when it is allowed", "[cli][mcp]") {
  const Words reading{"today",      "ready",       "pace",    "forecast",
                      "review_due", "weak_topics", "entries", "curriculum"};
  CHECK(names_of(tools({})) == reading);
  auto all = reading;
  all.insert(all.end(), {"log", "solve"});
  CHECK(names_of(tools(everything)) == all);
  CHECK(names_of(tools({.allowed = {"solve", "log"}})) == all);
}

TEST_CASE("a tool tells its arguments, and whether it changes anything", "[cli][mcp]") {
  for (const auto& tool : tools(everything)) {
    const auto shown = json::parse(to_json(described(tool)));
    INFO(shown.dump(2));
    CHECK(shown["description"].get<std::string>().size() > 20);
    CHECK(shown["inputSchema"]["type"] == "object");
    CHECK(shown["inputSchema"]["additionalProperties"] == false);
    CHECK(shown["annotations"]["readOnlyHint"] == (tool.name != "log" && tool.name != "solve"));
    for (const auto& [name, schema] : shown["inputSchema"]["properties"].items())
      CHECK(schema["description"].get<std::string>().size() > 5);
  }
  const auto solve = json::parse(to_json(described(tools(everything).back())));
  CHECK(solve["inputSchema"]["required"] == json{"title", "minutes"});
}

TEST_CASE("arguments are values of options, or stand behind a double dash", "[cli][mcp]") {
  CHECK(words_for("today", "{}") == Words{"today"});
  CHECK(words_for("ready", R"({"tier":"--json","explain":true})") ==
        Words{"ready", "--explain=true", "--", "--json"});
  CHECK(words_for("ready", R"({"explain":false})") == Words{"ready", "--explain=false"});
  CHECK(words_for("entries", R"({"text":"--limit=3","limit":2})") ==
        Words{"entries", "--limit=2", "--grep=--limit=3"});
  CHECK(words_for("entries", "{}") == Words{"entries", "--limit=50"});
  CHECK(words_for("entries", "{}", {}) == Words{"entries", "--without=application",
                                                "--without=expense", "--without=decision",
                                                "--limit=50"});
  CHECK(words_for("solve", R"({"title":"-x","minutes":5,"note":"--undo"})") ==
        Words{"solve", "--minutes=5", "--note=--undo", "--", "-x"});
  CHECK(words_for("log", R"({"kind":"lab","length":"50m"})") == Words{"log", "--", "50m", "lab"});
}

TEST_CASE("arguments that a tool doesn't take are refused", "[cli][mcp]") {
  CHECK_THROWS_AS(words_for("today", R"({"store":"/etc/passwd"})"), Error);
  CHECK_THROWS_AS(words_for("entries", R"({"limit":"3"})"), Error);
  CHECK_THROWS_AS(words_for("entries", R"({"limit":2.5})"), Error);
  CHECK_THROWS_AS(words_for("entries", R"({"type":"notes"})"), Error);
  CHECK_THROWS_AS(words_for("ready", R"({"tier":null})"), Error);
  CHECK_THROWS_AS(words_for("ready", R"({"explain":"yes"})"), Error);
  CHECK_THROWS_AS(words_for("log", R"({"kind":"read"})"), Error);
  CHECK_THROWS_WITH(words_for("pace", R"({"form":"week"})"), "pace has no argument \"form\"");
}

TEST_CASE("a whole number has its bounds, in the schema as in words", "[cli][mcp]") {
  const auto all = tools({});
  const auto entries = std::ranges::find(all, "entries", &Tool::name);
  const auto schema = json::parse(to_json(described(*entries)));
  const auto& limit = schema["inputSchema"]["properties"]["limit"];
  CHECK(limit["minimum"] == 1);
  CHECK(limit["maximum"] == 1'000);
  CHECK_NOTHROW(words_for("entries", R"({"limit":1000})"));
  for (const auto* const number : {"1001", "1000000000", "9007199254740991", "0", "-5"}) {
    const auto arguments = fmt::format(R"({{"limit":{}}})", number);
    CHECK_THROWS_WITH(words_for("entries", arguments),
                      fmt::format("\"limit\" can't be {}", number));
  }
  CHECK_THROWS_AS(words_for("review_due", R"({"minutes":0})"), Error);
}

TEST_CASE("private entries and texts can't be asked for unless they are offered", "[cli][mcp]") {
  CHECK_THROWS_AS(words_for("entries", R"({"text":"x"})", {}), Error);
  for (const auto* const type : {"expense", "application", "decision"}) {
    const auto arguments = json{{"type", type}}.dump();
    CHECK_THROWS_AS(words_for("entries", arguments, {}), Error);
    CHECK_NOTHROW(words_for("entries", arguments));
  }
}

}  // namespace gradus::cli::tools_test
