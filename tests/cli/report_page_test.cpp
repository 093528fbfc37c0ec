#include "support/checked_program.hpp"
#include "support/html_page.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace gradus::cli::report_page_test {

namespace fs = std::filesystem;

using Catch::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::dangers;
using gradus::testing::read_file;
using gradus::testing::read_html;

namespace {

// A program with a plan, on a terminal with a browser, a home and no cache folder yet.
class PageReader : public CheckedProgram {
 public:
  PageReader() {
    done("init --start 2026-11-30");
    set_terminal_width(80);
    set_environment("BROWSER", "fox");
    set_environment("HOME", home().string());
    add_program("fox");
  }
  [[nodiscard]] fs::path home() const { return folder().path() / "my home"; }
};

}  // namespace

TEST_CASE("report writes a page that holds what the text does", "[cli]") {
  CheckedProgram program;
  program.done("init --start 2026-11-30");
  program.done("solve 'A <b>bold</b> title' -t joins -d easy -m 9");
  program.done("artefact add w1-group-by --url https://example.org/mine");
  const auto page = read_html(program.done("report --format html"));
  CHECK(dangers(page).empty());
  CHECK(page.named("h1").front().text == "Progress report: Data engineering in 24 weeks");
  const auto text = page.named("main").front().text;
  for (const auto* const fact : {"1 of 250 solved", "0 of 6 passed", "https://example.org/mine"})
    CHECK_THAT(text, Contains(fact));
}

TEST_CASE("report --open writes the page to the cache folder and shows it", "[cli]") {
  PageReader program;
  const auto file = program.home() / ".cache" / "gradus" / "report.html";
  CHECK_THAT(program.done("report --open"), Contains("Wrote the report to"));
  CHECK(read_file(file).starts_with("<!doctype html>"));
  CHECK(fs::status(file.parent_path()).permissions() == fs::perms::owner_all);
  program.done("report --open --output $FOLDER/other.html");
  program.set_environment("XDG_CACHE_HOME", (program.folder().path() / "cache").string());
  program.done("report --open");
  const auto folder = "fox file://" + program.folder().path().string();
  CHECK(program.launched() ==
        std::vector<std::string>{folder + "/my%20home/.cache/gradus/report.html",
                                 folder + "/other.html", folder + "/cache/gradus/report.html"});
}

TEST_CASE("report --open refuses other formats, and says when nothing can show it", "[cli]") {
  PageReader program;
  CHECK_THAT(program.refused("report --open --format md"), Contains("leave --format out"));
  CHECK_THAT(program.refused("report --open --json"), Contains("leave --json out"));
  CHECK_FALSE(fs::exists(program.home()));
  CHECK(program.launched().empty());
  program.set_environment("BROWSER", "none");
  CHECK_THAT(program.run("report --open").err, Contains("no program here could open it"));
  program.folder().write("file", "");
  program.set_environment("XDG_CACHE_HOME", (program.folder().path() / "file").string());
  CHECK_THAT(program.refused("report --open"), Contains("--open --output FILE"));
}

TEST_CASE("piped, report --open writes the page and launches nothing", "[cli]") {
  PageReader program;
  program.set_terminal_width(0);
  program.done("report --open --output $FOLDER/page.html");
  CHECK(fs::exists(program.folder().path() / "page.html"));
  CHECK(program.launched().empty());
}

}  // namespace gradus::cli::report_page_test
