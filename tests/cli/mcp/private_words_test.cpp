// What a learner wrote for nobody else stays with them, unless --private says otherwise.
#include "cli/mcp/private_words.hpp"

#include "cli/mcp/tools.hpp"
#include "support/program.hpp"
#include "support/tool_call.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace gradus::cli::private_words_test {

using gradus::testing::Program;
using gradus::testing::tool_call;
using nlohmann::json;

namespace {

std::string shown_to_others(const std::string& answer) {
  return to_json(mcp::without_private(text::parse_json(answer).root));
}

// Whose private words all hold "planted".
class Learner : public Program {
 public:
  Learner() {
    folder().write(
        "more.jsonl",
        R"({"type":"drill","on":"2026-11-30","drill":"window-race","seconds":90,"passed":true,"note":"planted-drill"}
{"type":"review","on":"2026-11-30","item":"window-race","of":"drill","grade":3,"note":"planted-review"}
{"type":"check","on":"2026-11-30","module":"query-tuning","check":"plan-aloud","passed":true,"evidence":"planted-proof","note":"planted-check"}
)");
    for (const auto* const words :
         {"init --start 2026-11-30", "log 50m read --topic joins --note planted-session",
          "solve Anti 12 --topic joins --difficulty easy --note planted-problem",
          "artefact add w1-group-by --url http://x.org --path ~/planted-path -n planted-artefact",
          "artefact add Mine --url file:///home/planted-url",
          "solve Here 9 --topic joins --difficulty easy --url planted-file.sql",
          "attest sql/sql-cte-chain --evidence ~/planted-evidence --note planted-attestation",
          "exam add dea-c01 --score 0.7 --note planted-exam",
          "interview sql --score 70 --note planted-interview",
          "apply planted-company --role planted-role --note planted-application",
          "run ok planted_pipeline --note planted-run",
          "spend 19.99 planted-book --kind book --note planted-expense",
          "plan module add query-tuning", "plan break 2026-12-20 2026-12-24 --note planted-break",
          "import jsonl $FOLDER/more.jsonl",
          "decide join-method --set outer_rows=5 --set inner_indexed=yes --keep -n planted-choice",
          "start read --note planted-timer"}) {
      const auto answer = run(words);
      INFO(words << '\n' << answer.err);
      // What is no longer a command line of gradus plants nothing: then this test needs a new one.
      CHECK(answer.code == 0);
    }
  }

  std::vector<std::string> answers(const std::string& words, bool private_words) {
    std::string lines;
    const mcp::Offer offer{.with_private = private_words};
    for (const auto& tool : mcp::tools(offer)) lines += tool_call(std::string(tool.name));
    lines += tool_call("ready", {{"explain", true}});
    lines += tool_call("ready", {{"tier", "sql"}, {"explain", true}});
    lines += tool_call("entries", {{"limit", 500}});
    for (const auto* const type :
         {"session", "problem", "artefact", "attestation", "mock_exam", "mock_interview", "run",
          "drill", "review", "check", "expense", "application", "decision"})
      lines += tool_call("entries", {{"type", type}});
    for (const auto* const text : {"planted-session", "planted-break"})
      lines += tool_call("entries", {{"text", text}});
    set_standard_input(lines);
    std::istringstream out(run(words).out);
    std::vector<std::string> answers;
    for (std::string line; std::getline(out, line);) answers.push_back(line);
    return answers;
  }
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("notes, paths and private entries are left out at any depth", "[cli][mcp]") {
  CHECK(shown_to_others(R"({"id":1,"note":"x","a":[{"notes":["x"],"b":{"given":"x","c":2}}]})") ==
        R"({"id":1,"a":[{"b":{"c":2}}]})");
  CHECK(shown_to_others(R"([{"type":"expense","usd":5},{"type":"session"},{"type":"decision"}])") ==
        R"([{"type":"session"}])");
  CHECK(shown_to_others(R"({"evidence":"~/x","path":"~/x","url":"https://example.org"})") ==
        R"({"url":"https://example.org"})");
  CHECK(shown_to_others(
            R"([{"url":"file:///home/x"},{"url":"~/x"},{"url":null},{"url":"mailto:a@b.org"}])") ==
        R"([{},{},{"url":null},{"url":"mailto:a@b.org"}])");
  CHECK(shown_to_others(R"({"evidence":{"c1":{"total":1}}})") ==
        R"({"evidence":{"c1":{"total":1}}})");
  CHECK(shown_to_others(R"([{"type":"attestation","text":"~/x"},{"type":"problem","text":"y"}])") ==
        R"([{"type":"attestation"},{"type":"problem","text":"y"}])");
  CHECK(shown_to_others("null") == "null");
}

TEST_CASE("no answer holds a private word", "[cli][mcp]") {
  Learner learner;
  for (const auto& answer : learner.answers("mcp", false)) {
    INFO(answer);
    // The pipeline's name is part of the public record, as in the report.
    std::string without = answer;
    for (auto at = without.find("planted_pipeline"); at != std::string::npos;
         at = without.find("planted_pipeline"))
      without.erase(at, std::string("planted_pipeline").size());
    CHECK(without.find("\"planted") == std::string::npos);
    CHECK(without.find("planted-") == std::string::npos);
  }
}

TEST_CASE("with --private they are there", "[cli][mcp]") {
  Learner learner;
  const auto all = joined(learner.answers("mcp --private", true));
  for (const auto* const word :
       {"planted-session",  "planted-problem",     "planted-artefact", "planted-path",
        "planted-evidence", "planted-attestation", "planted-exam",     "planted-interview",
        "planted-company",  "planted-application", "planted-run",      "planted-book",
        "planted-expense",  "planted-url",         "planted-file.sql", "planted-drill",
        "planted-review",   "planted-check",       "planted-proof",    "planted-choice"}) {
    INFO(word);
    CHECK(all.find(word) != std::string::npos);
  }
}

}  // namespace gradus::cli::private_words_test
