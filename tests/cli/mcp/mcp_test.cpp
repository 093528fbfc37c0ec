// gradus mcp as a whole: messages in on standard input, answers out.
#include "support/program.hpp"
#include "support/tool_call.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::cli::mcp_test {

using gradus::testing::Answer;
using gradus::testing::Program;
using gradus::testing::tool_call;
using nlohmann::json;

namespace {

class Learner : public Program {
 public:
  Learner() {
    done("init --start 2026-11-30");
    done("log 50m read --topic joins");
    done("solve \"Big Countries\" 3 --topic joins --difficulty easy");
  }
  void done(const std::string& words) {
    const auto answer = run(words);
    INFO(words << '\n' << answer.err);
    REQUIRE(answer.code == 0);
  }
  // The answers to the lines, each from a server that is told no more than that.
  std::vector<json> served(const std::string& lines, const std::string& words = "mcp") {
    set_standard_input(lines);
    last = run(words);
    CHECK(last.code == 0);
    std::vector<json> answers;
    std::istringstream out(last.out);
    for (std::string line; std::getline(out, line);) answers.push_back(json::parse(line));
    return answers;
  }
  json result_of(const std::string& tool, const json& arguments = json::object(),
                 const std::string& words = "mcp") {
    const auto answers = served(tool_call(tool, arguments), words);
    REQUIRE(answers.size() == 1);
    INFO(answers.front().dump(2));
    REQUIRE(answers.front().contains("result"));
    return answers.front()["result"];
  }
  json answer_of(const std::string& tool, const json& arguments = json::object(),
                 const std::string& words = "mcp") {
    const auto result = result_of(tool, arguments, words);
    INFO(result.dump(2));
    CHECK(result["isError"] == false);
    // For programs and for those that read texts alone.
    CHECK(json::parse(result["content"][0]["text"].get<std::string>()) ==
          result["structuredContent"]);
    return result["structuredContent"];
  }
  std::string error_of(const std::string& tool, const json& arguments = json::object(),
                       const std::string& words = "mcp") {
    const auto result = result_of(tool, arguments, words);
    INFO(result.dump(2));
    CHECK(result["isError"] == true);
    return result["content"][0]["text"].get<std::string>();
  }
  std::string files() const { return testing::everything_in(folder().path()); }

  Answer last{};
};

json printed(Learner& learner, const std::string& words) {
  return json::parse(learner.run(words + " --json").out);
}

}  // namespace

TEST_CASE("a tool answers what its command prints", "[cli][mcp]") {
  Learner learner;
  CHECK(learner.answer_of("today") == printed(learner, "today"));
  CHECK(learner.answer_of("ready") == printed(learner, "ready"));
  CHECK(learner.answer_of("ready", {{"tier", "python"}}) == printed(learner, "ready python"));
  CHECK(learner.answer_of("pace") == printed(learner, "pace"));
  CHECK(learner.answer_of("pace", {{"by", "week"}}) == printed(learner, "pace --by week"));
  CHECK(learner.answer_of("forecast") == printed(learner, "forecast"));
  CHECK(learner.answer_of("review_due", {{"minutes", 45}}) ==
        printed(learner, "review --minutes 45"));
  CHECK(learner.answer_of("curriculum") == printed(learner, "curriculum show de-roadmap"));
  CHECK(learner.answer_of("entries", json::object(), "mcp --private")["entries"] ==
        printed(learner, "entries"));
  CHECK(learner.answer_of("entries", {{"type", "problem"}, {"limit", 1}},
                          "mcp --private")["entries"] ==
        printed(learner, "entries --type problem --limit 1"));
  auto without_notes = printed(learner, "entries");
  for (auto& entry : without_notes) entry.erase("note");
  CHECK(learner.answer_of("entries")["entries"] == without_notes);
  CHECK(learner.answer_of("weak_topics") == json{{"topics", json::array()}});
}

TEST_CASE("private entries take no place of the others", "[cli][mcp]") {
  Learner learner;
  for (const auto* const words : {"spend 3 book --kind book", "spend 4 cloud --kind cloud",
                                  "apply Acme", "spend 5 course --kind course"})
    learner.done(words);
  const auto both = learner.answer_of("entries", {{"limit", 2}})["entries"];
  REQUIRE(both.size() == 2);
  CHECK(both[0]["type"] == "problem");
  CHECK(both[1]["type"] == "session");
  CHECK(learner.answer_of("entries", {{"limit", 1}})["entries"].size() == 1);
  CHECK(learner.answer_of("entries", {{"limit", 6}}, "mcp --private")["entries"].size() == 6);
}

TEST_CASE("an answer has so many entries at most", "[cli][mcp]") {
  Learner learner;
  CHECK(learner.error_of("entries", {{"limit", 1'000'000'000}}) ==
        "\"limit\" can't be 1000000000\nHint: give a number from 1 to 1000");
  CHECK(learner.answer_of("entries", {{"limit", 1'000}})["entries"].size() == 2);
}

TEST_CASE("weak topics are those that pace calls weak", "[cli][mcp]") {
  Learner learner;
  learner.done("solve Two 20 --topic joins --difficulty easy --attempts 3");
  learner.done("solve Three 60 --topic joins --difficulty easy --attempts 2");
  learner.done("solve g 2 --topic aggregation --difficulty easy");
  json weak = json::array();
  const auto pace = printed(learner, "pace --by topic");
  for (const auto& topic : pace["topics"])
    if (topic["weak"] == true) weak.push_back(topic);
  REQUIRE(weak.size() == 1);
  CHECK(learner.answer_of("weak_topics")["topics"] == weak);
}

TEST_CASE("the curriculum is the track's own copy", "[cli][mcp]") {
  Learner learner;
  const auto file =
      learner.folder().write("mine.json", learner.run("curriculum show watercolour --json").out);
  learner.done("init --curriculum $FOLDER/mine.json --start 2026-11-30");
  std::filesystem::remove(file);
  CHECK(learner.answer_of("curriculum")["id"] == "watercolour");
  CHECK(learner.answer_of("curriculum", json::object(), "mcp --track de-roadmap")["id"] ==
        "de-roadmap");
}

TEST_CASE("a hundred calls leave every byte as it was", "[cli][mcp]") {
  Learner learner;
  const auto before = learner.files();
  const std::vector<std::pair<std::string, json>> calls{{"today", json::object()},
                                                        {"ready", {{"explain", true}}},
                                                        {"pace", {{"since", "-30d"}}},
                                                        {"forecast", json::object()},
                                                        {"review_due", {{"until", "2027-03-15"}}},
                                                        {"weak_topics", json::object()},
                                                        {"entries", {{"limit", 10}}},
                                                        {"curriculum", json::object()},
                                                        {"ready", {{"tier", "nothing"}}},
                                                        {"log", {{"length", "50m"}}}};
  std::string lines;
  for (int i = 0; i < 100; ++i) {
    const auto& [tool, arguments] = calls[static_cast<std::size_t>(i) % calls.size()];
    lines += tool_call(tool, arguments, i);
  }
  const auto answers = learner.served(lines);
  REQUIRE(answers.size() == 100);
  for (int i = 0; i < 100; ++i) CHECK(answers[static_cast<std::size_t>(i)]["id"] == i);
  CHECK(learner.files() == before);
  const auto once = learner.last.out;
  (void)learner.served(lines);
  CHECK(learner.last.out == once);
}

TEST_CASE("what a command refuses is told in words", "[cli][mcp]") {
  Learner learner;
  CHECK(learner.error_of("ready", {{"tier", "sqll"}}) ==
        "no tier \"sqll\" in this curriculum\nHint: did you mean sql?");
  CHECK(learner.error_of("entries", {{"from", "someday"}}).find("someday") != std::string::npos);
  CHECK(learner.error_of("today", {{"track", "x"}}) ==
        "today has no argument \"track\"\nHint: it takes none");
  learner.set_environment("GRADUS_STORE", learner.folder().path() / "none.db");
  CHECK(learner.error_of("today").find("gradus init") != std::string::npos);
}

TEST_CASE("no value is taken for an option", "[cli][mcp]") {
  Learner learner;
  for (const std::string value :
       {"--help", "-h", "--", "--today=2020-01-01", "", "[sql]", "\"sql\"", "-1"}) {
    INFO(value);
    CHECK_FALSE(learner.error_of("ready", {{"tier", value}}).empty());
    CHECK_FALSE(learner.error_of("entries", {{"topic", value}}).empty());
  }
}

TEST_CASE("options of mcp hold for every call", "[cli][mcp]") {
  Learner learner;
  CHECK(learner.answer_of("today", json::object(), "mcp --today 2026-12-02")["date"] ==
        "2026-12-02");
  const auto store = learner.store().string();
  learner.set_environment("GRADUS_STORE", "");
  CHECK(learner.error_of("today").find("gradus init") != std::string::npos);
  CHECK(learner.answer_of("today", json::object(), "mcp --store " + store)["date"] == "2026-11-30");
}

TEST_CASE("each call sees the day it is made on", "[cli][mcp]") {
  Learner learner;
  int calls = 0;
  learner.set_standard_input([&](char* bytes, std::size_t most) -> std::size_t {
    if (calls == 2) return 0;
    if (calls == 1) learner.set_today("2026-12-01");
    ++calls;
    return tool_call("today").copy(bytes, most);
  });
  std::istringstream out(learner.run("mcp").out);
  std::vector<std::string> days;
  for (std::string line; std::getline(out, line);)
    days.push_back(json::parse(line)["result"]["structuredContent"]["date"].get<std::string>());
  CHECK(days == std::vector<std::string>{"2026-11-30", "2026-12-01"});
}

TEST_CASE("nothing is recorded unless it is allowed, and then it says how to undo it",
          "[cli][mcp]") {
  Learner learner;
  const json hour{{"length", "1h"}, {"kind", "lab"}};
  const auto refused = learner.served(tool_call("log", hour)).front();
  CHECK(refused["error"]["code"] == -32602);
  CHECK(learner.served(tool_call("log", hour), "mcp --allow solve").front().contains("error"));

  const auto result = learner.result_of("log", hour, "mcp --allow log,solve");
  const auto& logged = result["structuredContent"];
  CHECK(logged["entry"]["minutes"] == 60);
  CHECK(logged["entry"]["kind"] == "lab");
  CHECK_THAT(logged["said"].get<std::string>(),
             Catch::StartsWith("Recorded 1h lab") && Catch::EndsWith("Undo: gradus undo"));
  CHECK(result["content"][1]["text"] == logged["said"]);
  CHECK(printed(learner, "entries --limit 1")[0]["id"] == logged["entry"]["id"]);
  learner.done("undo");
  CHECK(printed(learner, "entries").size() == 2);

  const auto solved = learner.answer_of("solve",
                                        {{"title", "--today"},
                                         {"minutes", 5},
                                         {"topic", "joins"},
                                         {"difficulty", "easy"},
                                         {"note", "[a,b]"},
                                         {"platform", "\"quoted\""}},
                                        "mcp --allow solve --private");
  CHECK(solved["entry"]["title"] == "--today");
  CHECK(solved["entry"]["note"] == "[a,b]");
  CHECK(solved["entry"]["platform"] == "\"quoted\"");
  CHECK_THAT(solved["said"].get<std::string>(), Catch::EndsWith("Undo: gradus undo"));
}

TEST_CASE("a setting that keeps gradus quiet doesn't hide how to undo", "[cli][mcp]") {
  Learner learner;
  learner.set_environment("XDG_CONFIG_HOME", learner.folder().path());
  std::filesystem::create_directory(learner.folder().path() / "gradus");
  learner.folder().write("gradus/config.toml", "quiet = true\n");
  CHECK(learner.answer_of("log", {{"length", "1h"}, {"kind", "lab"}}, "mcp --allow log")
            .contains("said"));
}

TEST_CASE("false switches off what a setting switches on", "[cli][mcp]") {
  Learner learner;
  learner.set_environment("XDG_CONFIG_HOME", learner.folder().path());
  std::filesystem::create_directory(learner.folder().path() / "gradus");
  learner.folder().write("gradus/config.toml",
                         "[solve]\nhelp-used = true\n[ready]\nexplain = true\n");
  json solved{{"title", "One"}, {"minutes", 5}, {"topic", "joins"}, {"difficulty", "easy"}};
  CHECK(learner.answer_of("solve", solved, "mcp --allow solve")["entry"]["help_used"] == true);
  solved["help_used"] = false;
  CHECK(learner.answer_of("solve", solved, "mcp --allow solve")["entry"]["help_used"] == false);
  CHECK(learner.answer_of("ready", {{"explain", false}}) ==
        printed(learner, "ready --explain=false"));
  CHECK(learner.answer_of("ready") != learner.answer_of("ready", {{"explain", false}}));
}

TEST_CASE("only a command that may be allowed is", "[cli][mcp]") {
  Learner learner;
  for (const auto* const words : {"mcp --allow undo", "mcp --allow log,rm", "mcp --allow ,"}) {
    const auto answer = learner.run(words);
    INFO(words << '\n' << answer.err);
    CHECK(answer.code == 2);
    CHECK(answer.out.empty());
    CHECK(answer.err.find("choose from log, solve") != std::string::npos);
  }
}

TEST_CASE("bad messages are answered in words, and the next one is served", "[cli][mcp]") {
  Learner learner;
  const auto before = learner.files();
  const std::string deep(1'000, '[');
  const std::string huge = R"({"jsonrpc":"2.0","id":1,"method":")" +
                           std::string(std::size_t{16} * 1024 * 1024, 'x') + "\"}";
  const auto bad = GENERATE_COPY(std::string("hello"), std::string("{\"jsonrpc\""), deep, huge,
                                 std::string("[]"), std::string("\xFF\xFE"), std::string(1, '\0'));
  const auto answers = learner.served(bad + "\n" + tool_call("today", json::object(), 2));
  REQUIRE(answers.size() == 2);
  CHECK(answers[0]["error"]["code"].get<int>() < 0);
  CHECK(answers[0]["error"]["message"].get<std::string>().size() > 10);
  CHECK_FALSE(answers[0].contains("id"));
  CHECK(answers[1]["result"]["isError"] == false);
  CHECK(learner.files() == before);
}

TEST_CASE("a client that goes away ends the server", "[cli][mcp]") {
  Learner learner;
  CHECK(learner.served("").empty());
  CHECK(learner.served("\n \r\n").empty());
  CHECK(learner.served(R"({"jsonrpc":"2.0","method":"notifications/initialized"})").empty());
  // In the middle of a message, too.
  const auto cut = tool_call("log", {{"length", "1h"}}).substr(0, 60);
  const auto answers = learner.served(cut, "mcp --allow log");
  REQUIRE(answers.size() == 1);
  CHECK(answers[0]["error"]["code"] == -32700);
  CHECK(printed(learner, "entries").size() == 2);
}

TEST_CASE("a person who starts it is told what it is for", "[cli][mcp]") {
  Learner learner;
  learner.set_terminal_width(80);
  (void)learner.served("");
  CHECK(learner.last.err.find("not with people") != std::string::npos);
  const auto help = learner.run("help mcp").out;
  CHECK(help.find("mcpServers") != std::string::npos);
  const auto words = std::regex_replace(help, std::regex("\\s+"), " ");
  CHECK_THAT(words, Catch::Contains("today, ready, pace, forecast, review_due, weak_topics, "
                                    "entries and curriculum:"));
}

}  // namespace gradus::cli::mcp_test
