// A report on one tier, with a heading and name of one's own, or without any name.
#include "support/checked_program.hpp"
#include "support/html_page.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::report_options_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::read_file;
using gradus::testing::read_html;
using json = nlohmann::json;

namespace {

class Reporter : public CheckedProgram {
 public:
  Reporter() : CheckedProgram("2026-11-10") {
    done("init --start 2026-11-02 --track annas-way");
    done("log 50m read --note planted-note");
    done("log 30m lab --week w7");
    done("solve Mine 12 --topic joins --difficulty easy");
    done("artefact add w1-group-by --url https://example.org/planted-page");
    done("artefact add planted-title");
    done("attest sql/sql-cte-chain --evidence https://example.org/planted-proof");
    done("waive sql/sql-dialects --reason planted-reason");
    done("apply planted-company");
  }
};

}  // namespace

TEST_CASE("a report on a tier tells of nothing else", "[cli][report]") {
  Reporter reporter;
  const auto of = [&](const std::string& tier) {
    return json::parse(reporter.done("report --format json --tier " + tier));
  };
  const auto sql = of("sql");
  CHECK(sql["only_tier"] == "sql");
  REQUIRE(sql["tiers"].size() == 1);
  CHECK(sql["tiers_total"] == 6);
  CHECK(sql["weeks"].size() == 6);
  CHECK(sql["actual_minutes"] == 50);
  CHECK(sql["actual_minutes"] == sql["tiers"][0]["actual_minutes"]);
  CHECK(sql["problems_solved"] == 1);
  CHECK(sql["problems_target"] == sql["tiers"][0]["problems_target"]);
  CHECK_THAT(reporter.done("report --tier sql"), Contains("On 2026-11-10 it is open; "));
  const auto python = of("python");
  CHECK(python["actual_minutes"] == 30);
  CHECK(python["artefacts"].empty());
  CHECK(python["problems_solved"] == 0);
  CHECK_THAT(reporter.done("report --tier python"), Contains("one tier of the curriculum") &&
                                                        Contains("SQLAlchemy") &&
                                                        !Contains("Window functions I"));
  CHECK(reporter.done("report --tier python --format csv --table criteria").find("\nsql,") ==
        std::string::npos);
  CHECK_THAT(reporter.done("report --tier python --format csv --table sessions"),
             Contains(",30,lab,") && !Contains(",50,read,"));
}

TEST_CASE("a tier that is not there is refused with the nearest", "[cli][report]") {
  Reporter reporter;
  CHECK_THAT(reporter.refused("report --tier pyton"), Contains("did you mean python?"));
  for (const auto* const words : {"--format svg", "--format badge", "--share"})
    CHECK_THAT(reporter.refused(fmt::format("report --tier sql {}", words)), Contains("--tier"));
}

TEST_CASE("a title takes the heading's place, and a name stands below it", "[cli][report]") {
  Reporter reporter;
  const std::string head = " --title My_way --name Anna_<b>";
  CHECK_THAT(reporter.done("report" + head), Catch::StartsWith("My_way\n\nAnna_<b>\n"));
  CHECK_THAT(reporter.done("report --format md" + head), Catch::StartsWith("# My"));
  const auto page = read_html(reporter.done("report --format html" + head));
  CHECK(page.named("h1").front().text == "My_way");
  CHECK(page.named("title").front().text == "My_way");
  for (const auto* const words : {"", " --since 2026-11-03", " --tier sql"}) {
    const auto values = json::parse(reporter.done("report --format json" + head + words));
    CHECK(values["title"] == "My_way");
    CHECK(values["name"] == "Anna_<b>");
    CHECK(values["curriculum_title"] != "My_way");
    const auto plain = json::parse(reporter.done(std::string("report --format json") + words));
    CHECK_FALSE(plain.contains("title"));
    CHECK_FALSE(plain.contains("name"));
  }
  for (const auto* const words : {"--format csv", "--format svg", "--format badge", "--share"}) {
    CHECK_THAT(reporter.refused(fmt::format("report --title X {}", words)), Contains("--title"));
    CHECK_THAT(reporter.refused(fmt::format("report --name X {}", words)), Contains("--name"));
  }
}

TEST_CASE("a report with a title of its own is written over, other files are not",
          "[cli][report]") {
  Reporter reporter;
  const std::string write = "report --format md --title Anna --output $FOLDER/mine.md";
  reporter.done(write);
  reporter.done(write);
  reporter.folder().write("mine.md", "# Anna\n\nMy notes\n");
  CHECK_THAT(reporter.refused(write), Contains("--force"));
  CHECK(read_file(reporter.folder().path() / "mine.md") == "# Anna\n\nMy notes\n");
}

TEST_CASE("whatever form a report had, its next one takes its place", "[cli][report]") {
  Reporter reporter;
  const std::vector<std::pair<std::string, std::string>> forms{
      {"--share", "--share"},
      {"--since monday --title Anna --format md", "--since yesterday --title Bert --format md"},
      {"--since monday --title Anna", "--since yesterday --title Bert"},
      {"--format csv --table sessions", "--format csv --table sessions --private"},
      {"--format csv --table sessions --private", "--format csv --table sessions"}};
  for (const auto& [first, next] : forms) {
    CAPTURE(first, next);
    reporter.done(fmt::format("report {} --output $FOLDER/out --force", first));
    reporter.done(fmt::format("report {} --output $FOLDER/out", next));
    reporter.folder().write("out", "# Anna\n\nMy notes\n");
    CHECK_THAT(reporter.refused(fmt::format("report {} --output $FOLDER/out", next)),
               Contains("--force"));
  }
}

TEST_CASE("a folder gets all tables, with or without / at its end", "[cli][report]") {
  Reporter reporter;
  for (const std::string end : {"", "/"}) {
    const auto folder = reporter.folder().path() / ("tables" + end);
    std::filesystem::create_directories(folder);
    reporter.done("report --format csv --output $FOLDER/tables" + end);
    CHECK(std::filesystem::exists(folder / "weeks.csv"));
    CHECK(std::filesystem::exists(folder / "sessions.csv"));
  }
}

TEST_CASE("an anonymous report leaves out what tells whose it is", "[cli][report]") {
  Reporter reporter;
  for (const auto* const format : {"text", "md", "html", "json", "csv --table criteria",
                                   "csv --table artefacts", "csv --table sessions", "svg", "badge"})
    for (const auto* const words : {"", "--tier sql"}) {
      CAPTURE(format, words);
      const bool whole_only = std::string(format) == "svg" || std::string(format) == "badge";
      if (whole_only && *words != '\0') continue;
      const auto nobody =
          reporter.done(fmt::format("report --anonymous --format {} {}", format, words));
      CHECK_THAT(nobody, !Contains("planted") && !Contains("annas-way"));
    }
  CHECK(json::parse(reporter.done("report --anonymous --format json"))["track"].is_null());
  CHECK_THAT(reporter.refused("report --anonymous --name Anna"), Contains("leave one of the two"));
  CHECK_THAT(reporter.refused("report --anonymous --private"), Contains("leave one of the two"));
}

TEST_CASE("the page shows where a week that has moved was first planned", "[cli][report]") {
  Reporter reporter;
  CHECK_THAT(reporter.done("report --format html"), !Contains("first planned to"));
  const auto before = json::parse(reporter.done("report --format json"))["weeks"].back();
  CHECK(before["first_from"] == before["from"]);
  CHECK(before["first_to"] == before["to"]);
  reporter.done("plan break 2026-12-21 2026-12-27");
  const auto after = json::parse(reporter.done("report --format json"))["weeks"];
  CHECK(after.back()["first_to"] == before["to"]);
  CHECK(after.back()["to"] != before["to"]);
  CHECK(after.front()["first_to"] == after.front()["to"]);
  CHECK_THAT(reporter.done("report --format html"),
             Contains("first planned to") && Contains(before["to"].get<std::string>()));
  CHECK_THAT(reporter.done("report --format html --tier python"), Contains("first planned to"));
}

TEST_CASE("only --private adds private words to a report on a tier", "[cli][report]") {
  Reporter reporter;
  for (const auto* const format : {"text", "md", "html", "json", "csv --table sessions"})
    CHECK_THAT(reporter.done(fmt::format("report --tier sql --format {}", format)),
               !Contains("planted-note") && !Contains("planted-company"));
  CHECK_THAT(reporter.done("report --tier sql --private"),
             Contains("planted-note") && Contains("planted-company"));
  CHECK_THAT(reporter.done("report --tier python --private"),
             !Contains("planted-note") && !Contains("planted-company"));
}

}  // namespace gradus::cli::report_options_test
