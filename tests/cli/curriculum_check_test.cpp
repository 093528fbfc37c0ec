#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::curriculum_check_test {

using Catch::Matchers::Contains;
using gradus::testing::Answer;
using gradus::testing::Program;

namespace {

std::string curriculum(const std::string& rest) {
  return R"({"format": 1, "id": "small", "title": "Small", "version": "1", "minutes": {"lab": 60},
 "available": "sat=1h",
 "tiers": [{"id": "one", "title": "One", "weeks": [{"id": "w1", "title": "A week", "goals": ["Go"]}],
   "exit": [{"id": "done", "title": "Done", "kind": "measured", "require": )" +
         rest + "}]}]}";
}

Answer check(const std::string& text, const std::string& options = "") {
  Program program;
  program.folder().write("mine.json", text);
  return program.run("curriculum check $FOLDER/mine.json" + options);
}

constexpr auto sound = R"({"of": "runs", "measure": "count", "at_least": 1})";
constexpr auto advised = R"({"of": "runs", "measure": "count", "last": 3, "at_least": 5})";
constexpr auto wrong = R"({"of": "runs", "measure": "cuont", "at_least": 1})";

}  // namespace

TEST_CASE("advice is no, error is: the exit code of a check tells", "[cli]") {
  CHECK(check(curriculum(sound)).code == 0);
  CHECK(check(curriculum(advised)).code == 0);
  CHECK(check(curriculum(wrong)).code == 1);
  CHECK(check("{").code == 1);
}

TEST_CASE("a check past a limit is refused, with the limit named", "[cli]") {
  const Answer deep = check(std::string(65, '['));
  CHECK(deep.code == 2);
  CHECK_THAT(deep.out, Contains("64"));
  const Answer large = check(std::string((std::size_t{16} << 20U) + 1, ' '));
  CHECK(large.code == 2);
  CHECK_THAT(large.err, Contains("16 MiB"));
}

TEST_CASE("an editor reads each finding with line, pointer and fix", "[cli]") {
  const auto json = nlohmann::json::parse(check(curriculum(wrong), " --json").out);
  CHECK(json.at("errors") == 1);
  CHECK(json.at("advice") == 0);
  CHECK_THAT(json.at("file").get<std::string>(), Catch::Matchers::EndsWith("/mine.json"));
  REQUIRE(json.at("findings").size() == 1);
  const nlohmann::json expected{
      {"severity", "error"},
      {"line", 4},
      {"pointer", "/tiers/0/exit/0/require/measure"},
      {"message",
       "\"cuont\" is not one of count, minutes, usd, days, streak, min, max, mean, latest"},
      {"fix", "did you mean count?"}};
  CHECK(json.at("findings").at(0) == expected);
  CHECK(nlohmann::json::parse(check(curriculum(sound), " --json").out).at("findings").empty());
}

TEST_CASE("a title can't send control codes to the terminal", "[cli]") {
  const Answer answer = check(R"({"format": 1, "id": "x\u001b[31m"})");
  CHECK(answer.code == 1);
  CHECK(answer.out.find('\x1b') == std::string::npos);
}

TEST_CASE("who starts a track hears of errors, not of advice", "[cli]") {
  Program program;
  program.folder().write("mine.json", curriculum(wrong));
  const Answer refused = program.run("init --curriculum $FOLDER/mine.json");
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("lists them all, each with a fix"));
  program.folder().write("mine.json", curriculum(advised));
  const Answer started = program.run("init --curriculum $FOLDER/mine.json");
  CHECK(started.code == 0);
  CHECK(started.err.empty());
}

TEST_CASE("who starts a track hears of slots that don't fit the weeks", "[cli]") {
  Program program("2026-11-30");
  const auto start = [&](const std::string& available, const std::string& options = "") {
    auto text = curriculum(sound);
    const std::string slots = R"("available": "sat=1h",)";
    text.replace(text.find(slots), slots.size(), available);
    program.folder().write("mine.json", text);
    return program.run("init --curriculum $FOLDER/mine.json --what-if" + options).err;
  };
  CHECK(start(R"("available": "sat=1h",)").empty());
  CHECK(start(R"("available": "sat=30m",)") ==
        "gradus: warning: small: its slots add up to 30m a week, but 1 of 1 weeks of study take "
        "more, up to 1h: about 2 weeks of the calendar for 1. Your own hours, for example: "
        "gradus plan available sat=4h\n");
  CHECK(start("") ==
        "gradus: warning: small: no \"available\", so the usual 7h a week are used, but no week "
        "of study takes more than 1h. Your own hours, for example: gradus plan available "
        "sat=4h\n");
  CHECK(start("", " --available sat=30m").empty());
}

TEST_CASE("a file with very much wrong is answered with what can be read", "[cli]") {
  Program program;
  std::string text = "{";
  for (int i = 0; i < 5'000; ++i)
    text += "\"k" + std::to_string(i) + std::string(1'000, 'x') + "\": 1,\n";
  program.folder().write("mine.json", text + "\"id\": \"mine\"}");
  const auto answer = program.run("curriculum check $FOLDER/mine.json");
  CHECK(answer.code == 1);
  CHECK(answer.out.size() < 1'000'000);
  CHECK_THAT(answer.out, Catch::Contains("like those above are left out"));
  const auto checked =
      nlohmann::json::parse(program.run("curriculum check $FOLDER/mine.json --json").out);
  CHECK(checked["findings"].size() <= 400);
  CHECK(checked["findings"].back()["message"].get<std::string>().find("left out") !=
        std::string::npos);
  for (const auto& finding : checked["findings"])
    CHECK(finding["message"].get<std::string>().size() < 500);
}

}  // namespace gradus::cli::curriculum_check_test
