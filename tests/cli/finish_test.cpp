#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace gradus::cli::finish_test {

using Catch::Matchers::Contains;
using gradus::testing::Answer;
using gradus::testing::everything_in;
using gradus::testing::Program;
using nlohmann::json;

namespace {

// Has passed every tier of the roadmap, by gates that only warn, with nothing recorded yet.
class Graduate {
 public:
  explicit Graduate(const std::string& stack) {
    done("init --start 2026-11-30 --stack " + stack);
    done("track gate warn");
    for (int tier = 0; tier < 6; ++tier) done("unlock");
  }

  Answer run(const std::string& words) { return program_.run(words); }
  Answer done(const std::string& words) {
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  json answer(const std::string& words) { return json::parse(run(words + " --json").out); }
  std::string refused(const std::string& words, int code) {
    const auto before = everything_in(program_.folder().path());
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == code);
    CHECK(everything_in(program_.folder().path()) == before);
    return answer.err;
  }
  // The ids of the criteria that are met.
  std::set<std::string> met() {
    std::set<std::string> ids;
    const auto verdict = answer("ready");
    for (const auto& criterion : verdict["criteria"])
      if (criterion["status"] == "pass") ids.insert(criterion["id"].get<std::string>());
    return ids;
  }
  bool meets(const std::string& id) { return met().count(id) == 1; }

  // As many problems and mock interviews as the guide asks for.
  void import_volumes() {
    std::string lines;
    const auto problems = [&](int number, const char* topic, const char* tier) {
      for (int i = 0; i < number; ++i)
        lines += fmt::format(
            R"({{"type":"problem","on":"2026-11-30","tier":"{}","title":"{}","topic":"{}",)"
            R"("difficulty":"easy","minutes":5,"attempts":1,"help_used":false}})"
            "\n",
            tier, i, topic);
    };
    problems(200, "joins", "sql");
    problems(50, "data-manipulation", "python");
    for (int i = 0; i < 30; ++i)
      lines += R"({"type":"mock_interview","on":"2026-11-30","area":"sql"})"
               "\n";
    program_.folder().write("volumes.jsonl", lines);
    done("import jsonl $FOLDER/volumes.jsonl");
  }

 private:
  Program program_{"2026-11-30"};
};

}  // namespace

TEST_CASE("the interview-ready check is met by what its criteria say to type", "[cli]") {
  const std::string stack = GENERATE("us", "eu", "india", "free");
  INFO(stack);
  Graduate graduate(stack);
  const auto first = graduate.answer("ready");
  CHECK(first["tier"] == "finish");
  CHECK(first["total"] == 13);
  // Only what can't be there yet is met: there is no bootcamp without work to show.
  CHECK(graduate.met() == std::set<std::string>{"ready-bootcamp"});

  graduate.import_volumes();
  for (const auto* words : {"artefact add w2-join-kinds --url https://example.org/2 --week w2",
                            "artefact add w10-package --url https://example.org/10 --week w10",
                            "artefact add w14-spark-job --url https://example.org/14 --week w14",
                            "artefact add w16-serverless-etl --url https://example.org/16",
                            "artefact add w18-certificate --url https://example.org/18 --week w18",
                            "artefact add w22-pipeline --url https://example.org/22 --week w22",
                            "artefact add w23-repo --url https://example.org/23",
                            "attest finish/ready-clean-python --evidence https://example.org/10",
                            "attest finish/ready-package --evidence 'CI is green'"})
    graduate.done(words);
  graduate.done("attest finish/ready-readme-why --evidence https://example.org/23#why");
  CHECK(graduate.run("ready").code == 1);
  CHECK_THAT(graduate.done("attest finish/ready-outcome --evidence '40 GB a day'").out,
             Contains("one measured outcome"));
  CHECK_THAT(graduate.done("ready").out, Contains("13 of 13 criteria met"));
}

TEST_CASE("what a recruiter would turn away from is a criterion not met", "[cli]") {
  Graduate graduate("us");
  SECTION("a bootcamp's fee and little to show") {
    graduate.done("spend 5000 'A bootcamp' --kind course");
    CHECK_FALSE(graduate.meets("ready-bootcamp"));
    for (int i = 0; i < 10; ++i) graduate.done(fmt::format("artefact add 'My work {}'", i));
    CHECK_FALSE(graduate.meets("ready-bootcamp"));
    graduate.done("artefact add w23-repo");
    CHECK(graduate.meets("ready-bootcamp"));
  }
  SECTION("a course that is no bootcamp") {
    graduate.done("spend 3000 'A mentorship' --kind course");
    CHECK(graduate.meets("ready-bootcamp"));
  }
  SECTION("a tier in which nothing was built") {
    // Wherever it is recorded, it was built for its own tier.
    for (const char* id :
         {"w2-join-kinds", "w7-pandas-notebook", "w14-spark-job", "w15-storage-iam", "w23-video"})
      graduate.done(fmt::format("artefact add {} --week w24", id));
    CHECK_FALSE(graduate.meets("ready-built"));
    graduate.done("artefact add w20-dbt-layers --week w24");
    CHECK(graduate.meets("ready-built"));
  }
  SECTION("a certificate and no project") {
    graduate.done("artefact add w18-certificate");
    CHECK_FALSE(graduate.meets("ready-projects"));
    graduate.done("artefact add w22-pipeline");
    CHECK(graduate.meets("ready-projects"));
  }
  SECTION("no certificate, and nothing in its place") {
    CHECK_FALSE(graduate.meets("ready-certificate"));
    graduate.done("attest finish/ready-certificate --evidence '3 projects in production'");
    CHECK(graduate.meets("ready-certificate"));
  }
  SECTION("notebooks") {
    graduate.done("artefact add w10-package");  // delivered, but nobody looked at it
    CHECK_FALSE(graduate.meets("ready-package"));
    CHECK_FALSE(graduate.meets("ready-clean-python"));
  }
}

TEST_CASE("a criterion of the finish check is signed under finish/", "[cli]") {
  Graduate graduate("us");
  graduate.done("attest finish/ready-outcome --evidence '5 dollars a month'");
  CHECK(graduate.meets("ready-outcome"));
  const auto signature = graduate.answer("entries")[0];
  CHECK(signature["criterion"] == "ready-outcome");
  CHECK(signature["tier"].is_null());
  CHECK(signature["week"].is_null());

  graduate.done("undo");
  CHECK_FALSE(graduate.meets("ready-outcome"));
  graduate.done("waive finish/ready-outcome --reason 'nothing may be published'");
  CHECK_FALSE(graduate.meets("ready-outcome"));
  CHECK_THAT(graduate.run("ready").out, Contains("WAIVED  Green signal: one measured outcome"));
  CHECK_THAT(graduate.refused("attest finish/ready-outcom --evidence x", 2),
             Contains("the finish check") && Contains("did you mean ready-outcome"));
  CHECK_THAT(graduate.refused("attest finish/ready-mocks --evidence x", 4),
             Contains("measured, not signed") && Contains("gradus interview"));
  graduate.refused("attest finish/ready-outcome --evidence ' '", 2);
  CHECK_THAT(graduate.refused("attest finish/ready-outcome --evidence x --placement", 2),
             Contains("hint: "));
}

}  // namespace gradus::cli::finish_test
