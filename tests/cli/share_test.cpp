// The report in a form to show to everybody: lines to post, a card, a badge.
#include "gradus/report/writers.hpp"

#include "support/html_page.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

namespace gradus::cli::share_test {
namespace {

using testing::Program;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Sharer : public Program {
 public:
  Sharer() {
    REQUIRE(run("init").code == 0);
    REQUIRE(run("log 2h read --note planted").code == 0);
    REQUIRE(run("solve planted 12 --topic joins --difficulty easy --url http://planted").code == 0);
    REQUIRE(run("artefact add w1-group-by --url https://planted --path ~/planted").code == 0);
    REQUIRE(run("spend 19.99 planted --kind book").code == 0);
    REQUIRE(run("apply planted").code == 0);
    set_today("2026-12-09");
    REQUIRE(run("log 90m lab").code == 0);
  }
  std::string shown(const std::string& words) {
    const auto answer = run("report " + words);
    CAPTURE(words, answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  }
};

}  // namespace

TEST_CASE("ten lines say where a learner is", "[cli][report]") {
  Sharer sharer;
  const auto text = sharer.shown("--share");
  CHECK(text ==
        "Data engineering in 24 weeks\n"
        "Day 10 · week 1 of 24: SQL foundations\n"
        "\n"
        "Tiers     ░░░░░░░░░░░ 0 of 6 passed\n"
        "Hours     ▓░░░░░░░░░░ 3 of 168 h studied\n"
        "Problems  ▓░░░░░░░░░░ 1 of 250 solved\n"
        "Weeks     █▆\n"
        "Streak    2 weeks\n"
        "Proven    1 artefact delivered\n");
  CHECK(std::ranges::count(text, '\n') <= 10);
  sharer.set_environment("LC_ALL", "C");
  sharer.set_terminal_width(80);
  CHECK(contains(sharer.shown("--share"), "Hours     %"));
}

TEST_CASE("lines to post fit a narrow terminal, and leave out what there is none of",
          "[cli][report]") {
  Program program{"2026-12-01"};
  REQUIRE(program.run("init --start 2026-06-01").code == 0);
  for (int day = 10; day < 30; ++day)
    REQUIRE(program.run("log 9h lab --on 2026-11-" + std::to_string(day)).code == 0);
  const auto text = program.run("report --share").out;
  CHECK(contains(text, "180 of 168 h studied\n"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(report::display_width(line) <= 40);

  Program early{"2026-05-30"};
  REQUIRE(early.run("init --start 2026-06-01").code == 0);
  CHECK_FALSE(contains(early.run("report --share").out, "Weeks"));
  CHECK_FALSE(contains(early.run("report --format svg").out, "Weeks"));
  CHECK(contains(early.run("report").out, "On 2026-05-30 the start lies ahead, in tier 1 of 6"));
}

TEST_CASE("a badge is what shields.io reads", "[cli][report]") {
  Sharer sharer;
  const auto badge = nlohmann::json::parse(sharer.shown("--format badge"));
  CHECK(badge["schemaVersion"] == 1);
  CHECK(badge["label"] == "Data engineering in 24 weeks");
  CHECK(badge["message"] == "tier 1 of 6 · 3 of 168 h");
  CHECK(badge["color"] == "blue");
  CHECK(badge.size() == 4);
}

TEST_CASE("a card is one picture that loads and runs nothing", "[cli][report]") {
  Sharer sharer;
  const auto card = sharer.shown("--format svg");
  CHECK_NOTHROW(testing::read_html(
      "<!doctype html>\n<html lang=\"en\"><head><title>A card</title></head><body>" + card +
      "</body></html>"));
  CHECK(contains(card, "<title id=\"t\">Data engineering in 24 weeks</title>"));
  CHECK(contains(card, "Hours: 3 of 168 h studied"));
  CHECK(contains(card, "prefers-color-scheme:dark"));
  for (const auto* const active : {"<script", "href", "url(", "@import", "<image", "onload"})
    CHECK_FALSE(contains(card, active));
}

TEST_CASE("nothing that the learner wrote is shared, whatever is asked for", "[cli][report]") {
  Sharer sharer;
  for (const std::string words : {"--share", "--format badge", "--format svg", "--share --private",
                                  "--format badge --private", "--format svg --private"}) {
    CAPTURE(words);
    CHECK_FALSE(contains(sharer.shown(words), "planted"));
  }
}

TEST_CASE("a hostile title stays text in a card and a badge", "[cli][report]") {
  // A curriculum's author may be anybody.
  Program program;
  const auto file = program.folder().path() / "odd.json";
  std::ofstream(file) << R"({"format": 1, "id": "odd", "title": "<script>\"&' ]]> \u202e\u001b[31m",
    "version": "1", "minutes": {"read": 60}, "tiers": [{"id": "a", "title": "A",
    "weeks": [{"id": "w1", "title": "<b>"}], "exit": [{"id": "c", "title": "C", "kind": "measured",
    "require": {"of": "sessions", "measure": "minutes", "at_least": 60}}]}]})";
  REQUIRE(program.run({"init", "--curriculum", file.string()}).code == 0);
  const auto card = program.run("report --format svg").out;
  CHECK_FALSE(contains(card, "<script"));
  CHECK_FALSE(contains(card, "\x1b"));
  CHECK_FALSE(contains(card, "\u202e"));
  CHECK(contains(card, "&lt;script&gt;"));
  CHECK_FALSE(contains(program.run("report --share").out, "\x1b"));
  CHECK_FALSE(contains(program.run("report --format badge").out, "\x1b"));
}

TEST_CASE("lines to post are no other format", "[cli][report]") {
  Sharer sharer;
  for (const std::string words : {"--share --format html", "--share --json", "--share --open"}) {
    const auto answer = sharer.run("report " + words);
    CAPTURE(words);
    CHECK(answer.code == 2);
    CHECK(contains(answer.err, "--share is a text of its own"));
  }
}

}  // namespace gradus::cli::share_test
