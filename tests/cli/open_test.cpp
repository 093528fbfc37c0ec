#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace gradus::cli::open_test {

using Catch::Contains;
using Catch::StartsWith;
using gradus::testing::CheckedProgram;
using nlohmann::json;
using Words = std::vector<std::string>;

namespace {

constexpr auto tutorial = "https://mode.com/sql-tutorial/";

// A program with a plan, on a terminal with a browser.
class Reader : public CheckedProgram {
 public:
  Reader() {
    done("init --start 2026-11-30");
    set_terminal_width(80);
    set_environment("BROWSER", "fox");
    add_program("fox");
  }
};

}  // namespace

TEST_CASE("open alone opens the week's first resource", "[cli]") {
  Reader program;
  CHECK(program.done("open") == std::string(tutorial) + "\n");
  CHECK(program.launched() == Words{std::string("fox ") + tutorial});
}

TEST_CASE("open opens resources, topics and artefacts", "[cli]") {
  Reader program;
  program.done("open sqlzoo");
  program.done("open joins");
  program.done("artefact add w1-group-by --url https://example.org/mine");
  program.done("open w1-group-by");
  CHECK(program.launched() == Words{"fox https://sqlzoo.net/",
                                    "fox https://sqlzoo.net/wiki/The_JOIN_operation",
                                    "fox https://example.org/mine"});
}

TEST_CASE("a folder goes to xdg-open, if it is there", "[cli]") {
  Reader program;
  program.add_program("xdg-open");
  program.done("artefact add w1-group-by --path ~/work");
  CHECK_THAT(program.refused("open w1-group-by"),
             Contains("there is no folder") && Contains("gradus artefact verify"));
  CHECK(program.launched().empty());
  program.folder().write("work/query.sql", "SELECT 1;");
  program.done("open w1-group-by");
  const auto path = (program.folder().path() / "work").string();
  CHECK(program.launched() == Words{"xdg-open " + path});
  CHECK(json::parse(program.done("open w1-group-by --json")) == json{{"url", path}});
}

TEST_CASE("without a terminal, and with --json, the address is only printed", "[cli]") {
  Reader program;
  CHECK(json::parse(program.done("open --json")) == json{{"url", tutorial}});
  program.set_terminal_width(0);
  CHECK(program.done("open") == std::string(tutorial) + "\n");
  CHECK(program.launched().empty());
}

TEST_CASE("the programs of BROWSER are tried in order, then xdg-open", "[cli]") {
  Reader program;
  const std::string page = tutorial;
  SECTION("one after the other") {
    program.set_environment("BROWSER", "hare:fox");
    program.done("open");
    CHECK(program.launched() == Words{"hare " + page, "fox " + page});
  }
  SECTION("with words of their own, which no shell reads") {
    program.set_environment("BROWSER", "fox --new %s;reboot");
    program.done("open");
    CHECK(program.launched() == Words{"fox --new " + page + ";reboot"});
  }
  SECTION("what is no program is passed over") {
    program.set_environment("BROWSER", ": :%s");
    program.add_program("xdg-open");
    program.done("open");
    CHECK(program.launched() == Words{"xdg-open " + page});
  }
  SECTION("with none that works the address stands there, and that is said") {
    program.set_environment("BROWSER", "hare");
    const auto answer = program.run("open");
    CHECK(answer.code == 0);
    CHECK(answer.out == page + "\n");
    CHECK_THAT(answer.err, Contains("no program here could open it: set BROWSER"));
    CHECK(program.launched() == Words{"hare " + page, "xdg-open " + page});
  }
}

TEST_CASE("only addresses that can't run a program are opened", "[cli]") {
  Reader program;
  for (const auto* address :
       {"file:///etc/passwd", "javascript:alert(1)", "--help", "x https://a"}) {
    program.done("artefact add \"My own work\" --url=\"" + std::string(address) + "\"");
    CHECK_THAT(program.refused("open \"My own work\""), Contains("which is no address of"));
    program.done("undo");
  }
  CHECK(program.launched().empty());
  program.done("artefact add \"My own work\" --url https://en.wikipedia.org/wiki/Join_(SQL)");
  program.done("open \"My own work\"");
  CHECK(program.launched() == Words{"fox https://en.wikipedia.org/wiki/Join_(SQL)"});
}

TEST_CASE("what open doesn't know is refused with what is near", "[cli]") {
  Reader program;
  CHECK_THAT(program.refused("open sqlzo"),
             Contains("there is no resource, artefact or topic \"sqlzo\"") && Contains("sqlzoo"));
  CHECK_THAT(program.refused("open w1-group-by", 4),
             Contains("nothing is recorded of w1-group-by") && Contains("gradus artefact add"));
  CHECK(program.launched().empty());
}

TEST_CASE("a week without pages is a sentence", "[cli]") {
  Reader program;
  program.done("init --curriculum watercolour --track evenings --start 2026-11-30");
  CHECK_THAT(program.done("open"), Contains("Nothing of the current week has a page."));
  program.set_terminal_width(40);
  CHECK_THAT(program.done("open"), StartsWith("Nothing of the current week has a\n  page. One"));
  CHECK(json::parse(program.done("open --json")) == json{{"url", nullptr}});
}

}  // namespace gradus::cli::open_test
