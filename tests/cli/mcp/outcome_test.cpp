// What a tool says of a command's answer, and what it leaves out.
#include "cli/mcp/outcome.hpp"

#include "cli/mcp/private_words.hpp"
#include "support/program.hpp"
#include "support/tool_call.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli::mcp_outcome_test {

using namespace gradus::cli::mcp;
using gradus::testing::Program;
using gradus::testing::tool_call;
using nlohmann::json;

namespace {

Tool tool_of(std::string_view name) {
  const auto all = tools({.with_private = false, .allowed = {"log", "solve"}});
  return *std::ranges::find(all, name, &Tool::name);
}

Printed error_of(const std::string& kind, const std::string& message, const std::string& hint) {
  const json error{{"kind", kind}, {"message", message}, {"hint", hint}};
  return {.code = ExitCode::store, .err = json{{"error", error}}.dump()};
}

std::string told(const Printed& printed, bool with_private = false) {
  const auto outcome = outcome_of(tool_of("today"), printed, with_private);
  CHECK(outcome.failed);
  REQUIRE(outcome.remarks.size() == 1);
  return outcome.remarks.front();
}

std::string hint_of_a_long_answer(std::string_view tool) {
  const Printed printed{.out = '"' + std::string(text::max_document_bytes, 'x') + '"'};
  const auto outcome = outcome_of(tool_of(tool), printed, false);
  CHECK(outcome.failed);
  CHECK_THAT(outcome.remarks.front(),
             Catch::StartsWith("the answer is 16777218 bytes long; the limit is 16 MiB\nHint: "));
  return outcome.remarks.front().substr(outcome.remarks.front().find("Hint: ") + 6);
}

// The result's texts, of a tool of a whole server.
json texts_of(Program& program, const std::string& words, const std::string& tool,
              const json& arguments = json::object()) {
  program.set_standard_input(tool_call(tool, arguments));
  const auto answer = program.run(words);
  INFO(answer.out << answer.err);
  const auto parsed = json::parse(answer.out);
  auto texts = json::array();
  for (const auto& part : parsed.at("result").at("content")) texts.push_back(part.at("text"));
  return texts;
}

}  // namespace

TEST_CASE("a sentence that says where a file lies is known", "[cli][mcp]") {
  for (const auto* const sentence :
       {"there is no store at /home/x/gradus.db", "/etc is a folder", "see ~/notes", "\"/x\"",
        "(/x)", "path=/x", "at:/x", "‘/x’", "//server/x", "file:///home/x", "is it /x?"}) {
    INFO(sentence);
    CHECK(names_a_path(sentence));
  }
  for (const auto* const sentence :
       {"", "no tier \"sqll\" in this curriculum", "attest sql/sql-cte-chain", "5 km/h",
        "ETL / ELT", "read https://example.org/a/b", "10/10", "and/or", "a / at the end /"}) {
    INFO(sentence);
    CHECK_FALSE(names_a_path(sentence));
  }
}

TEST_CASE("an error of the store doesn't say where it lies", "[cli][mcp]") {
  CHECK(told(error_of("store", "there is no store at /home/x/g.db", "run `gradus init`")) ==
        "there is no store\nHint: run `gradus init`");
  CHECK(told(error_of("store", "another gradus is using the store /home/x/g.db", "try again")) ==
        "the store can't be used\nHint: try again");
  CHECK(told(error_of("store", "the store x/g.db is damaged", "look at /home/x/backups")) ==
        "the store can't be used\nHint: `gradus doctor` says why");
  CHECK(told(error_of("store", "the disk is full; nothing was changed", "free some space")) ==
        "the disk is full; nothing was changed\nHint: free some space");
  CHECK(told(error_of("store", "there is no store at /home/x/g.db", "h"), true) ==
        "there is no store at /home/x/g.db\nHint: h");
}

TEST_CASE("no other error names a file of this machine", "[cli][mcp]") {
  CHECK(told(error_of("usage", "/home/x/config.toml, line 3: what?", "fix that line")) ==
        "a file on this machine, which isn't named here, is in the way\nHint: fix that line");
  CHECK(told(error_of("refused", "it isn't verified", "gradus artefact verify ~/x")) ==
        "it isn't verified\nHint: --private in the server's args shows it");
  CHECK(told(error_of("usage", "no tier \"sqll\"", "did you mean sql?")) ==
        "no tier \"sqll\"\nHint: did you mean sql?");
}

TEST_CASE("a warning that names a file is left out, and that is said", "[cli][mcp]") {
  const Printed printed{.out = "{}",
                        .err =
                            "gradus: warning: it overlaps another\n"
                            "gradus: warning: /home/x/backups can't be written\n"};
  CHECK(outcome_of(tool_of("log"), printed, false).remarks ==
        std::vector<std::string>{"gradus: warning: it overlaps another",
                                 "gradus: warning: left out here, as it names a file on this "
                                 "machine; --private in the server's args shows it"});
  CHECK(outcome_of(tool_of("log"), printed, true).remarks ==
        std::vector<std::string>{"gradus: warning: it overlaps another",
                                 "gradus: warning: /home/x/backups can't be written"});
}

TEST_CASE("an answer that is too long says how to get less of it", "[cli][mcp]") {
  CHECK(hint_of_a_long_answer("entries") ==
        "ask for less, with type, topic, tier, week, from, to, limit");
  CHECK(hint_of_a_long_answer("weak_topics") == "ask for less, with since");
  CHECK(hint_of_a_long_answer("curriculum") ==
        "gradus curriculum show in a terminal shows all of it");
  const auto outcome = outcome_of(tool_of("today"), {.out = "{\"date\": "}, false);
  CHECK(outcome.failed);
  CHECK(outcome.remarks ==
        std::vector<std::string>{"the answer of the command is no JSON\n"
                                 "Hint: this is a mistake of gradus itself: please report it"});
}

TEST_CASE("no path is told whatever is wrong with files", "[cli][mcp]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto folder = program.folder().path().string();
  const auto expect_no_path = [&](const std::string& tool, const json& arguments) {
    const auto without = texts_of(program, "mcp --allow log", tool, arguments).dump();
    const auto with = texts_of(program, "mcp --allow log --private", tool, arguments).dump();
    INFO(without << '\n' << with);
    CHECK(without.find(folder) == std::string::npos);
    CHECK(with.find(folder) != std::string::npos);
  };
  SECTION("a backup folder that can't be written to") {
    std::filesystem::remove_all(program.folder().path() / "backups");
    program.folder().write("backups", "in the way");
    program.set_today("2026-12-01");
    const auto log = json{{"length", "1h"}, {"kind", "lab"}};
    expect_no_path("log", log);
  }
  SECTION("no store") {
    std::filesystem::remove(program.store());
    expect_no_path("today", json::object());
    CHECK_THAT(texts_of(program, "mcp", "today")[0].get<std::string>(),
               Catch::StartsWith("there is no store\n") && Catch::Contains("gradus restore"));
  }
  SECTION("another file in the store's place") {
    program.folder().write("gradus.db", "no database at all");
    expect_no_path("forecast", json::object());
  }
  SECTION("a folder in its place") {
    std::filesystem::remove(program.store());
    std::filesystem::create_directory(program.store());
    expect_no_path("pace", json::object());
  }
}

TEST_CASE("no path is told of settings that go wrong while the server runs", "[cli][mcp]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.set_environment("XDG_CONFIG_HOME", program.folder().path());
  std::filesystem::create_directory(program.folder().path() / "gradus");
  bool asked = false;
  program.set_standard_input([&](char* bytes, std::size_t most) -> std::size_t {
    if (asked) return 0;
    asked = true;
    program.folder().write("gradus/config.toml", "quiet = perhaps\n");
    return tool_call("today").copy(bytes, most);
  });
  const auto answer = program.run("mcp");
  INFO(answer.out);
  CHECK(json::parse(answer.out)["result"]["isError"] == true);
  CHECK(answer.out.find(program.folder().path().string()) == std::string::npos);
}

}  // namespace gradus::cli::mcp_outcome_test
