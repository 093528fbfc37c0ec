#include "gradus/exchange/wakatime.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <sstream>
#include <string>
#include <vector>

namespace gradus::exchange::wakatime_test {
namespace {

using testing::ForeignFile;

StudyTags tags() {
  return {.topics = {{curriculum::TopicId("joins"), "Joins", {}, {}}},
          .kind = journal::SessionKind::lab};
}

std::string dump(const std::string& days) {
  return R"({"user": {"days": [1], "bio": "\"days\": ["}, "days": [)" + days +
         R"(], "range": {"start": 1, "end": 2}})";
}

std::string day(const std::string& date, double seconds, const std::string& projects = {}) {
  return fmt::format(
      R"({{"date": "{}", "grand_total": {{"total_seconds": {}}}, "projects": [{}]}})", date,
      seconds, projects);
}

std::string project(const std::string& name, double seconds) {
  return fmt::format(R"({{"name": "{}", "grand_total": {{"total_seconds": {}}}}})", name, seconds);
}

std::vector<journal::Entry> entries(const std::string& text) {
  ForeignFile file("w.json", text);
  std::vector<journal::Entry> all;
  for (auto& read : testing::read_all(*read_wakatime(file.source(), tags())))
    all.push_back(std::move(read.entry));
  return all;
}

std::string refusal(const std::string& text) {
  ForeignFile file("w.json", text);
  return testing::refusal(*read_wakatime(file.source(), tags()));
}

TEST_CASE("a project's time on a day is a session", "[exchange]") {
  const auto all =
      entries(dump(day("2026-12-01", 5430, project("Joins", 3630) + "," + project("thesis", 1800)) +
                   "," + day("2026-12-02", 600)));
  REQUIRE(all.size() == 3);
  const auto session = [&](std::size_t i) { return std::get<journal::Session>(all.at(i).what); };
  CHECK(all[0].on == testing::day("2026-12-01"));
  CHECK_FALSE(all[0].at);
  CHECK(session(0).minutes.count() == 61);
  CHECK(session(0).topic == curriculum::TopicId("joins"));
  CHECK(session(0).kind == journal::SessionKind::lab);
  CHECK(all[0].note.empty());
  CHECK(session(1).minutes.count() == 30);
  CHECK(all[1].note == "#thesis");
  CHECK(all[2].on == testing::day("2026-12-02"));
  CHECK(session(2).minutes.count() == 10);
}

TEST_CASE("what is set for all stands where a project says nothing else", "[exchange]") {
  ForeignFile file("w.json", dump(day("2026-12-01", 1200,
                                      project("Joins", 600) + "," + project("thesis", 600))));
  const SetForAll set{.topic = curriculum::TopicId("ctes"),
                      .week = curriculum::WeekId("w2"),
                      .note = "in the train"};
  const auto all = testing::read_all(*read_wakatime(file.source(), tags(), set));
  REQUIRE(all.size() == 2);
  const auto topic = [&](std::size_t i) {
    return std::get<journal::Session>(all.at(i).entry.what).topic;
  };
  CHECK(topic(0) == curriculum::TopicId("joins"));
  CHECK(topic(1) == curriculum::TopicId("ctes"));
  CHECK(all[0].entry.note == "in the train");
  CHECK(all[1].entry.note == "in the train #thesis");
  CHECK(all[1].entry.week == curriculum::WeekId("w2"));
}

TEST_CASE("a later dump of the same days changes entries and adds none", "[exchange]") {
  const auto first = entries(dump(day("2026-12-01", 600, project("a", 600))));
  const auto later = entries("\xEF\xBB\xBF" + dump(day("2026-12-01", 900, project("a", 900))));
  REQUIRE(first.size() == 1);
  REQUIRE(later.size() == 1);
  CHECK(first[0].id == later[0].id);
  CHECK(first[0].id != entries(dump(day("2026-12-01", 600, project("b", 600)))).at(0).id);
}

TEST_CASE("a day without time says nothing, and one of seconds is reported", "[exchange]") {
  ForeignFile file("w.json", dump(day("2026-12-01", 0) + ",\n" + day("2026-12-02", 20)));
  auto source = file.source();
  std::vector<std::string> held;
  source.empty_day = [&](calendar::Date on) { held.push_back(on.iso()); };
  CHECK(testing::read_all(*read_wakatime(source, tags())).empty());
  CHECK(file.told() ==
        std::vector<std::string>{"w.json:2: it takes less than a minute and was left out"});
  CHECK(held == std::vector<std::string>{"2026-12-01", "2026-12-02"});
}

TEST_CASE("what is no dump of daily totals is refused", "[exchange]") {
  CHECK(refusal("{}") == "w.json:1: the file has no list of days");
  CHECK(refusal(R"({"days": {}})") == "w.json:1: the file has no list of days");
  CHECK(refusal("") == "w.json:1: the file has no list of days");
  CHECK(refusal(dump(R"({"date": "2026-12-01", "heartbeats": []})")) ==
        "w.json:1: grand_total is missing");
  CHECK(refusal(dump(day("tomorrow", 60))).starts_with("w.json:1: date must be a date"));
  CHECK(refusal(dump(day("2026-12-01", -60))) == "w.json:1: total_seconds is -60");
  CHECK(refusal(dump(day("2026-12-01", 90000))).starts_with("w.json:1: minutes is 1500"));
  CHECK(refusal(R"({"days": [)").starts_with("w.json:1: the file ends too early"));
}

TEST_CASE("JSON is told from a table by how it begins", "[exchange]") {
  const auto json = [](const std::string& text) {
    std::istringstream in(text);
    const bool is = looks_like_json(in);
    std::string rest;
    std::getline(in, rest, '\0');
    CHECK(rest == text);
    return is;
  };
  CHECK(json(" \n{}"));
  CHECK(json("\xEF\xBB\xBF{}"));
  CHECK_FALSE(json("DATE,SECONDS\n"));
  CHECK_FALSE(json(""));
}

}  // namespace
}  // namespace gradus::exchange::wakatime_test
