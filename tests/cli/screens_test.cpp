// What a terminal shows: widths, the pager, help on words.
#include "gradus/report/writers.hpp"

#include "support/folder.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::screens_test {

using gradus::testing::Answer;
using gradus::testing::Program;

namespace {

class Terminal {
 public:
  Terminal() {
    program_.set_environment("NO_COLOR", "1");
    for (const auto* words :
         {"init --start 2026-11-30", "log 1h read --note 'common table expressions and recursion'",
          "solve 'Big Countries' 3", "artefact add w1-group-by --url https://gist.github.com/you/1",
          "plan break 2026-12-24 2027-01-02"})
      REQUIRE(program_.run(words).code == 0);
  }
  Program& program() { return program_; }
  Answer at(std::size_t width, const std::string& words) {
    program_.set_terminal_width(width);
    return program_.run(words);
  }

 private:
  Program program_{"2026-12-01"};
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in{text};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A path or an address on a line of its own.
bool is_unbreakable(const std::string& line) {
  return line.find(' ', line.find_first_not_of(' ')) == std::string::npos &&
         line.find('/') != std::string::npos;
}

const std::vector<std::string> screens{"",
                                       "today",
                                       "week",
                                       "plan",
                                       "plan --all",
                                       "plan --explain w2",
                                       "ready",
                                       "ready --explain",
                                       "pace",
                                       "pace --by kind",
                                       "forecast",
                                       "entries",
                                       "entries --by day",
                                       "undo --list",
                                       "track list",
                                       "artefact list",
                                       "curriculum list",
                                       "curriculum show de-roadmap",
                                       "plan module list",
                                       "replan",
                                       "report",
                                       "report --since yesterday",
                                       "report --tier sql",
                                       "doctor",
                                       "open",
                                       "plan available",
                                       "plan break list",
                                       "log 1h",
                                       "log 1h nosuch",
                                       "solve X 3",
                                       "attest nosuch --evidence x",
                                       "nosuch",
                                       "init",
                                       "init --track two",
                                       "help",
                                       "help log",
                                       "help words",
                                       "help accessibility",
                                       "plan --help",
                                       "--help",
                                       "artefact verify",
                                       "undo"};

}  // namespace

TEST_CASE("no line of a screen is wider than the terminal, and no id is cut", "[cli]") {
  Terminal terminal;
  for (const std::size_t width : {40U, 60U, 80U, 120U, 200U}) {
    for (const auto& screen : screens) {
      INFO("gradus " << screen << " at " << width);
      for (const auto& line : lines_of(terminal.at(width, screen).shown)) {
        INFO(line);
        CHECK((is_unbreakable(line) || report::display_width(line) <= width));
        CHECK_FALSE(std::regex_search(line, std::regex{"[a-z0-9]…"}));
      }
    }
  }
}

TEST_CASE("the pictures of everyday screens fit any terminal, in ASCII too", "[cli]") {
  Program program{"2026-11-30"};
  program.set_environment("NO_COLOR", "1");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.set_today("2026-12-22");
  for (const auto* const day : {"2026-12-01", "2026-12-05", "2026-12-09", "2026-12-16",
                                "2026-12-19", "2026-12-20", "2026-12-21"})
    REQUIRE(program.run(fmt::format("log 3h20m lab --on {}", day)).code == 0);
  REQUIRE(
      program.run("solve '結合 🦆' 9 --topic joins --difficulty easy --on 2026-12-20").code ==
      0);
  const std::vector<std::pair<std::string, std::string>> pictures{
      {"today", "4 of the last 7: Wed 3h20m,"},
      {"week", "Days\n"},
      {"pace", " of 7h: "},
      {"pace --by kind", "Hours by week\n"},
      {"forecast", "Hours so far\n"},
      {"forecast", "hours done "},
      {"review --no-input", "Least recalled today\n"},
      {"review --no-input", "Coming up "}};
  for (const auto& [words, part] : pictures) {
    INFO("gradus " << words);
    program.set_terminal_width(0);
    program.set_environment("LC_ALL", "C.UTF-8");
    CHECK_THAT(program.run(words).out, Catch::Contains(part));
    for (const std::size_t width : {40U, 80U, 120U, 200U}) {
      program.set_terminal_width(width);
      program.set_environment("LC_ALL", "C.UTF-8");
      const auto drawn = lines_of(program.run(words).shown);
      program.set_environment("LC_ALL", "C");
      const auto ascii = lines_of(program.run(words).shown);
      REQUIRE(ascii.size() == drawn.size());
      for (std::size_t i = 0; i < drawn.size(); ++i) {
        INFO(drawn[i]);
        CHECK((is_unbreakable(drawn[i]) || report::display_width(drawn[i]) <= width));
        CHECK(report::display_width(ascii[i]) == report::display_width(drawn[i]));
      }
    }
  }
}

TEST_CASE("long answers go through the pager on a terminal, and nothing else does", "[cli]") {
  Terminal terminal;
  for (const auto* words :
       {"entries", "entries --by day", "plan", "plan --explain w2", "curriculum show de-roadmap",
        "report", "ready --explain", "pace", "forecast", "help log"}) {
    INFO(words);
    CHECK(terminal.at(80, words).pager == "less -FRX");
    CHECK(terminal.at(80, std::string(words) + " --no-pager").pager.empty());
  }
  for (const auto* words :
       {"today", "log 1h", "entries --json", "plan --json", "report --format md"})
    CHECK(terminal.at(80, words).pager.empty());
  CHECK(terminal.at(0, "entries").pager.empty());
  terminal.program().set_environment("PAGER", "more -d");
  CHECK(terminal.at(80, "entries").pager == "more -d");
  terminal.program().set_environment("PAGER", "cat");
  CHECK(terminal.at(80, "entries").pager.empty());
  terminal.program().set_environment("PAGER", "");
  CHECK(terminal.at(80, "entries").pager.empty());
}

TEST_CASE("drawing is ASCII where the locale has no UTF-8", "[cli]") {
  Terminal terminal;
  const auto ascii = [&] {
    return std::ranges::all_of(terminal.at(0, "plan").out, [](char c) { return c >= 0; });
  };
  CHECK_FALSE(ascii());
  terminal.program().set_environment("LANG", "en_GB.UTF-8");
  CHECK_FALSE(ascii());
  terminal.program().set_environment("LC_CTYPE", "en_GB.ISO-8859-1");
  CHECK(ascii());
  terminal.program().set_environment("LC_ALL", "C.utf8");
  CHECK_FALSE(ascii());
  terminal.program().set_environment("LC_ALL", "C");
  CHECK(ascii());
}

TEST_CASE("init fits one screen", "[cli]") {
  for (const auto* words :
       {"init", "init --stack eu", "init --available tue=3h@19:00,sat=4h,sun=1h"}) {
    Program program{"2026-11-28"};
    program.set_terminal_width(80);
    INFO(words);
    const auto shown = program.run(words).shown;
    INFO(shown);
    CHECK(lines_of(shown).size() <= 24);
    CHECK((shown.find("assumed; yours") == std::string::npos) ==
          (std::string(words).find("available") != std::string::npos));
  }
}

TEST_CASE("help words says what the glossary says", "[cli]") {
  auto glossary = testing::read_file(std::string(GRADUS_SOURCE_DIR) + "/docs/glossary.md");
  glossary = std::regex_replace(glossary, std::regex{"[*`]"}, "");
  glossary = std::regex_replace(glossary, std::regex{"\n"}, " ");
  Program program;
  const auto text = program.run("help words").out;
  std::size_t words = 0;
  bool kinds = true;
  for (const auto& line : lines_of(text)) {
    if (line.starts_with("What the screens")) kinds = false;
    const auto colon = line.find(':');
    if (kinds || !line.starts_with("  ") || colon == std::string::npos) continue;
    auto word = line.substr(2, colon - 2);
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    const auto meaning = line.substr(line.find_first_not_of(' ', colon + 1));
    INFO(word << ": " << meaning);
    CHECK(glossary.find(fmt::format(" {}: {}", word, meaning)) != std::string::npos);
    ++words;
  }
  CHECK(words >= 10);
  for (const auto* kind : {"read", "lab", "review", "mock", "project"})
    CHECK(text.find(fmt::format("  {}:", kind)) != std::string::npos);
}

TEST_CASE("help finds topics, and names the nearest of what it doesn't know", "[cli]") {
  Program program;
  CHECK(program.run("help").out.find("gradus help words") != std::string::npos);
  CHECK(program.run("help acc").out.starts_with("Accessibility\n"));
  CHECK(program.run("help wrods").err.find("did you mean words?") != std::string::npos);
  CHECK(program.run("help sovle").err.find("did you mean solve?") != std::string::npos);
  CHECK(program.run("help xyzzy").code == 2);
  CHECK(program.run("help solv").out.find("Record a solved problem") != std::string::npos);
}

}  // namespace gradus::cli::screens_test
