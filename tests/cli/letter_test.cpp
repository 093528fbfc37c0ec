// The letter to a mentor: what it says is true, the same in every format, and private words stay
// out of it.
#include "support/checked_program.hpp"
#include "support/html_page.hpp"
#include "support/json_words.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::cli::letter_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::read_file;
using gradus::testing::read_html;
using gradus::testing::by_json::duration;
using gradus::testing::by_json::json;
using gradus::testing::by_json::text;

namespace {

constexpr auto letter_formats = {"text", "md", "html", "json"};

// Three weeks of study; in the last of them something of every kind moved.
class Learner : public CheckedProgram {
 public:
  Learner() : CheckedProgram("2026-11-02") {
    done("init --start 2026-11-02");
    for (const auto* const on : {"2026-11-03", "2026-11-05", "2026-11-10", "2026-11-12"})
      done(fmt::format("--today 2026-11-23 log 2h lab --on {}", on));
    done("--today 2026-11-23 solve Old 12 --topic joins --difficulty easy --on 2026-11-10");
    set_today("2026-11-23");
    done("plan break 2026-12-21 2026-12-27");
    done("log 50m read --note planted-note");
    done("log 40m review --on 2026-11-21");
    done("solve New 12 --topic joins --difficulty medium --attempts 2");
    done("solve Old 5 --topic joins --difficulty easy");
    done("artefact add w1-group-by --url https://example.org/mine --path /home/planted-path");
    done(R"(artefact add "An own <b>page</b>" --note planted-note)");
    done("attest sql/sql-cte-chain --evidence /home/planted-path/five.sql");
    done("spend 19.99 planted-book --kind book");
    done("apply planted-company");
  }
  [[nodiscard]] std::string letter(const std::string& words) {
    return done("report --since 2026-11-17 " + words);
  }
  [[nodiscard]] json values() { return json::parse(letter("--format json")); }
};

// Words with one blank between them, without marks of Markdown.
std::string plain(const std::string& document) {
  std::string unmarked;
  for (const char c : document)
    if (c != '\\' && c != '*') unmarked += c;
  std::istringstream in(unmarked);
  std::string words;
  for (std::string word; in >> word;) words += (words.empty() ? "" : " ") + word;
  return words;
}

// All the document says, in one line for each format.
std::vector<std::string> told(Learner& learner) {
  return {plain(learner.letter("--format text")), plain(learner.letter("--format md")),
          plain(read_html(learner.letter("--format html")).named("main").front().text)};
}

}  // namespace

TEST_CASE("a letter says what moved since a day, and counts nothing from before", "[cli][letter]") {
  Learner learner;
  const auto letter = learner.values();
  CHECK(letter["days"] == 7);
  CHECK(letter["news"] == "criteria-met");
  CHECK(letter["studied"]["minutes"] == 90);
  CHECK(letter["studied"]["minutes_before"] == 240);
  CHECK(letter["studied"]["days"] == 2);
  CHECK(letter["studied"]["last_before"] == "2026-11-12");
  CHECK(letter["problems"]["solved"] == 1);
  CHECK(letter["problems"]["again"] == 1);
  CHECK(letter["problems"]["topics"][0]["medium"] == 1);
  CHECK(letter["problems"]["topics"][0]["first_tries"] == 0);
  REQUIRE(letter["moved"]["criteria_met"].size() == 1);
  CHECK(letter["moved"]["criteria_met"][0]["id"] == "sql-cte-chain");
  CHECK(letter["moved"]["artefacts"].size() == 2);
  CHECK(letter["gate"]["met"] == letter["gate"]["met_before"].get<int>() + 1);
  CHECK(letter["plan"]["slip_days"] == 7);
  CHECK(letter["plan"]["slip_days_before"] == 0);
  CHECK(letter["plan"]["changes"] == 1);
}

TEST_CASE("a gate's state in a letter is what the gate had on the evening before",
          "[cli][letter]") {
  Learner learner;
  const auto nearer = learner.values()["moved"]["criteria_nearer"];
  const auto all = std::ranges::find_if(
      nearer, [](const json& each) { return each["unit"] == "problems" && each["need"] == 200; });
  REQUIRE(all != nearer.end());
  CHECK((*all)["have"] == 2);
  CHECK((*all)["before"]["have"] == 1);
  // The same gate, as it was judged before any of that was logged.
  CheckedProgram before("2026-11-02");
  before.done("init --start 2026-11-02");
  before.done("--today 2026-11-23 solve Old 12 --topic joins --difficulty easy --on 2026-11-10");
  const auto gate = json::parse(before.run("--today 2026-11-16 ready sql --json").out);
  CHECK(gate["met"] == learner.values()["gate"]["met_before"]);
}

TEST_CASE("what stands still says since when", "[cli][letter]") {
  Learner learner;
  const auto letter = learner.values();
  REQUIRE(letter["still"]["criteria"].size() > 2);
  for (const auto& criterion : letter["still"]["criteria"]) {
    CHECK(criterion["since"] == "2026-11-02");
    CHECK(criterion["days"] == 21);
    CHECK(criterion["since_what"] == "tier-opened");
    for (const auto& document : told(learner)) {
      CHECK_THAT(document, Contains(plain(text(criterion["title"]))));
      CHECK_THAT(document, Contains("since 2026-11-02, 21 days ago"));
    }
  }
  REQUIRE(letter["still"]["weeks"].size() == 3);
  CHECK(letter["question"]["about"] == "late-artefact");
  CHECK(letter["question"]["since"] == letter["still"]["weeks"][1]["due"]);
}

TEST_CASE("a letter has the same numbers in every format", "[cli][letter]") {
  Learner learner;
  const auto letter = learner.values();
  const auto& studied = letter["studied"];
  std::vector<std::string> sentences{
      text(letter["news_text"]),
      text(letter["question"]["text"]),
      fmt::format("{} of {} planned for these days", duration(studied["minutes"]),
                  duration(studied["planned_minutes"])),
      fmt::format("{} of {} criteria of {} met, {} before", text(letter["gate"]["met"]),
                  text(letter["gate"]["total"]), text(letter["gate"]["title"]),
                  text(letter["gate"]["met_before"])),
      fmt::format("It ends on {}, {} days later than first planned; before these days as first "
                  "planned; changed in 1 step",
                  text(letter["plan"]["finish"]), text(letter["plan"]["slip_days"])),
      "https://example.org/mine"};
  for (const auto& week : letter["still"]["weeks"])
    sentences.push_back(
        fmt::format("was to be done by {}, {} day", text(week["due"]), text(week["days"])));
  for (const auto& each : letter["due"])
    sentences.push_back(fmt::format("by {}: the artefact", text(each["due"])));
  for (const auto& document : told(learner))
    for (const auto& sentence : sentences) CHECK_THAT(document, Contains(plain(sentence)));
}

TEST_CASE("a letter holds no private word unless it is asked for", "[cli][letter]") {
  Learner learner;
  for (const auto* const format : letter_formats) {
    CAPTURE(format);
    CHECK_THAT(learner.letter(fmt::format("--format {}", format)), !Contains("planted"));
    const auto mine = plain(learner.letter(fmt::format("--private --format {}", format)));
    CHECK_THAT(mine, Contains("planted-note") && Contains("planted-book") &&
                         Contains("planted-company") && !Contains("planted-path"));
    CHECK_THAT(learner.letter(fmt::format("--anonymous --format {}", format)),
               !Contains("planted") && !Contains("example.org") && !Contains("own <b>") &&
                   !Contains("&lt;b"));
  }
  // Only of its days.
  learner.done("--today 2026-11-30 log 10m read --on 2026-11-24");
  CHECK_THAT(learner.done("--today 2026-11-30 report --since 2026-11-24 --private"),
             !Contains("planted"));
}

TEST_CASE("a letter as HTML has no picture, loads nothing and is small", "[cli][letter]") {
  Learner learner;
  const auto html = learner.letter("--format html");
  CHECK(html.size() < 100'000);
  CHECK_THAT(html, !Contains("<svg") && !Contains("<img") && !Contains("<script") &&
                       !Contains("<b>page") && Contains("<table"));
}

TEST_CASE("a letter is the same bytes in every zone, language and width", "[cli][letter]") {
  Learner learner;
  for (const auto* const format : letter_formats) {
    const auto written = [&](const char* zone, const char* locale, std::size_t width, int east) {
      learner.set_environment("TZ", zone);
      learner.set_environment("LC_ALL", locale);
      learner.set_terminal_width(width);
      learner.set_offset(east);
      learner.done(
          fmt::format("--today 2026-11-23 report --since 2026-11-17 --force --format {} "
                      "--output $FOLDER/letter",
                      format));
      return read_file(learner.folder().path() / "letter");
    };
    const auto first = written("Europe/Berlin", "en_US.UTF-8", 0, 60);
    CHECK(first.size() > 400);
    CHECK(written("Pacific/Kiritimati", "C", 40, 840) == first);
    CHECK(written("America/New_York", "tr_TR.UTF-8", 200, -300) == first);
  }
}

TEST_CASE("a quiet week's letter says when the last study was", "[cli][letter]") {
  Learner learner;
  const auto quiet = learner.done("--today 2026-11-30 report --since 2026-11-24");
  CHECK_THAT(quiet, Contains("Nothing was logged in 7 days; the last study was on 2026-11-23, 7 "
                             "days ago.") &&
                        Contains("What got in the way"));
}

TEST_CASE("a letter begins with the track at the earliest", "[cli][letter]") {
  Learner learner;
  CHECK(learner.done("report --since 2026-10-01") == learner.done("report --since 2026-11-02"));
}

TEST_CASE("a day ahead has no letter", "[cli][letter]") {
  Learner learner;
  CHECK_THAT(learner.refused("report --since 2026-12-01"), Contains("is in the future"));
  CHECK_THAT(learner.refused("report --since next"), Contains("is not a date"));
  CHECK_THAT(learner.refused("report --since -7d --format csv"), Contains("--since"));
  CHECK_THAT(learner.refused("report --since -7d --share"), Contains("--since"));
  CHECK_THAT(learner.refused("report --since -7d --tier sql"), Contains("don't go together"));
  for (const auto* const day : {"yesterday", "monday", "-7d", "today", "2026-11-02"})
    CHECK_THAT(learner.done(fmt::format("report --since {}", day)),
               Contains("One question to ask"));
}

}  // namespace gradus::cli::letter_test
