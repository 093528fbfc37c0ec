#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace gradus::report::text_test {

using namespace gradus;
using namespace gradus::report;

namespace {

const auto monday = calendar::Date::parse("2026-11-30").value();

std::string plain(const Document& document) {
  return write_text(document, {});
}
std::string at_width(const Document& document, std::size_t width) {
  return write_text(document, {.colour = false, .width = width});
}
std::string coloured(const Document& document) {
  return write_text(document, {.colour = true});
}

}  // namespace

TEST_CASE("sections indent their content, blank lines separate the rest", "[report]") {
  CHECK(plain({{Section{
            "Title",
            {Paragraph{"First."}, Paragraph{"Second."},
             Section{"Section", {Paragraph{"Inside."}, Section{"Below", {Paragraph{"Deep."}}}}},
             Section{"Next", {Paragraph{"Last."}, Command{"gradus plan", "why not"}}}}}}}) ==
        "Title\n"
        "\n"
        "First.\n"
        "\n"
        "Second.\n"
        "\n"
        "Section\n"
        "  Inside.\n"
        "\n"
        "  Below\n"
        "    Deep.\n"
        "\n"
        "Next\n"
        "  Last.\n"
        "\n"
        "Next: gradus plan\n"
        "      why not\n");
}

TEST_CASE("what has no content is left out, with its title", "[report]") {
  CHECK(plain({{Section{"Title",
                        {Paragraph{"One."}, Section{"Empty", {ItemList{}, Table{{{"a"}}, {}}}},
                         BarList{}, Command{}, Section{"Full", {Paragraph{"Two."}}}}}}}) ==
        "Title\n\nOne.\n\nFull\n  Two.\n");
  CHECK(write_markdown({{Section{"Title", {FactList{}, Section{"Empty", {BarList{}}}}}}}).empty());
}

TEST_CASE("a link is written with its address", "[report]") {
  CHECK(plain({{ItemList{{{"", Tone::plain, Link{"Mode", "https://mode.com"}, {}},
                          {"", Tone::plain, "two", {Link{"", "https://a.b"}}}}}}}) ==
        "- Mode, https://mode.com\n"
        "- two\n"
        "  https://a.b\n");
}

TEST_CASE("an empty document is empty", "[report]") {
  CHECK(plain({}).empty());
}

TEST_CASE("facts are aligned by the widest name", "[report]") {
  CHECK(plain({{FactList{{{"Tier", "SQL"}, {"週", "3 of 24"}, {"Nothing", ""}}}}}) ==
        "Tier:     SQL\n"
        "週:       3 of 24\n"
        "Nothing:\n");
}

TEST_CASE("bars stand beside their words", "[report]") {
  CHECK(plain({{BarList{{{"Hours", 180, 360, "3h of 6h"}, {"Gate", 0, 7, "0 of 7"}}}}}) ==
        "Hours  ██████████░░░░░░░░░░  3h of 6h\n"
        "Gate   ░░░░░░░░░░░░░░░░░░░░  0 of 7\n");
}

TEST_CASE("only nothing is an empty bar and only all a full one", "[report]") {
  const auto bar = [](double share) { return plain({{BarList{{{"x", share, 1, "w"}}}}}); };
  CHECK(bar(0.001) == "x  █░░░░░░░░░░░░░░░░░░░  w\n");
  CHECK(bar(0.999) == "x  ███████████████████░  w\n");
  CHECK(bar(1) == "x  ████████████████████  w\n");
  CHECK(bar(7) == "x  ████████████████████  w\n");
  CHECK(bar(-1) == "x  ░░░░░░░░░░░░░░░░░░░░  w\n");
  CHECK(bar(0.0 / 0.0) == "x  ░░░░░░░░░░░░░░░░░░░░  w\n");
}

TEST_CASE("bars shrink with the terminal, then have their words or labels on lines of their own",
          "[report]") {
  const Document document{{BarList{{{"Hours", 180, 360, "3h of 6h"}}}}};
  CHECK(at_width(document, 25) == "Hours  ████░░░░  3h of 6h\n");
  CHECK(at_width(document, 23) == "Hours  ███░░░  3h of 6h\n");
  CHECK(at_width(document, 22) ==
        "Hours  ████████░░░░░░░\n"
        "  3h of 6h\n");
  CHECK(at_width(document, 40) == "Hours  ██████████░░░░░░░░░░  3h of 6h\n");
  const Document words{{BarList{
      {{"Hours", 180, 360, "3h of 6h: 1h reading, 2h hands-on"}, {"Gate", 0, 7, "0 of 7"}}}}};
  CHECK(at_width(words, 40) ==
        "Hours  ██████████░░░░░░░░░░\n"
        "       3h of 6h: 1h reading, 2h hands-on\n"
        "Gate   ░░░░░░░░░░░░░░░░░░░░\n"
        "       0 of 7\n");
  const Document labels{{BarList{
      {{"Mixed SQL: dialects and everything before", 1, 2, "50%"}, {"Joins", 1, 1, "100%"}}}}};
  CHECK(at_width(labels, 30) ==
        "Mixed SQL: dialects and\n"
        "everything before\n"
        "  ██████████░░░░░░░░░░  50%\n"
        "Joins\n"
        "  ████████████████████  100%\n");
}

TEST_CASE("items show their marks in words, aligned, with details below", "[report]") {
  CHECK(plain({{ItemList{{{"PASS", Tone::good, "one", {"1 of 1"}},
                          {"UNKNOWN", Tone::faint, "two", {"no data yet", "how: gradus x"}}}}}}) ==
        "PASS     one\n"
        "         1 of 1\n"
        "UNKNOWN  two\n"
        "         no data yet\n"
        "         how: gradus x\n");
}

TEST_CASE("items without marks are points", "[report]") {
  CHECK(plain({{ItemList{{{"", Tone::plain, "one", {"more"}}, {"", Tone::plain, "two", {}}}}}}) ==
        "- one\n"
        "  more\n"
        "- two\n");
}

TEST_CASE("text wraps below itself at the width, and never when piped", "[report]") {
  const std::string words = "a text that is longer than forty columns of a terminal";
  const Document document{
      {Section{"T", {Section{"S", {ItemList{{{"FAIL", Tone::bad, words, {}}}}}}}}}};
  CHECK(at_width(document, 40) ==
        "T\n"
        "\n"
        "S\n"
        "  FAIL  a text that is longer than forty\n"
        "        columns of a terminal\n");
  CHECK(plain(document) == "T\n\nS\n  FAIL  " + words + "\n");
}

TEST_CASE("a command goes on below as one that can be copied", "[report]") {
  CHECK(plain({{Command{"gradus log 1h read --week w1", ""}}}) ==
        "Next: gradus log 1h read --week w1\n");
  CHECK(at_width({{Command{"gradus log 1h read --week w1", "a reason of several words"}}}, 24) ==
        "Next: gradus log 1h \\\n"
        "        read --week w1\n"
        "      a reason of\n"
        "      several words\n");
}

TEST_CASE("a text whose word has no room beside its name stands below", "[report]") {
  CHECK(at_width({{FactList{{{"A rather long name", "w1-group-by"}, {"B", "c"}}}}}, 28) ==
        "A rather long name:\n"
        "  w1-group-by\n"
        "B:                   c\n");
}

TEST_CASE("colour adds to the words and replaces none", "[report]") {
  const Document document{{Section{"T",
                                   {ItemList{{{"FAIL", Tone::bad, "one", {"d"}}}},
                                    BarList{{{"x", 3, 3, "w"}}}, Command{"gradus", "why"}}}}};
  CHECK(coloured(document) ==
        "\x1b[1mT\x1b[0m\n"
        "\n"
        "\x1b[31mFAIL\x1b[0m  one\n"
        "      \x1b[2md\x1b[0m\n"
        "\n"
        "x  \x1b[32m████████████████████\x1b[0m  w\n"
        "\n"
        "Next: \x1b[1mgradus\x1b[0m\n"
        "      \x1b[2mwhy\x1b[0m\n");
  CHECK(plain(document).find('\x1b') == std::string::npos);
}

TEST_CASE("no text of the learner's reaches the terminal raw", "[report]") {
  const std::string evil = "a\x1b]0;owned\x07\nb\u009b\u202e\xff";
  const std::string shown = "a␛]0;owned␇␊b<U+009B><U+202E><0xFF>";
  CHECK(plain({{Paragraph{evil}}}) == shown + "\n");
  const auto all =
      plain({{Section{evil,
                      {FactList{{{evil, evil}}}, BarList{{{evil, 0, 1, evil}}},
                       ItemList{{{evil, Tone::plain, evil, {evil, Link{evil, evil}}}}},
                       Timeline{{monday, monday}, {{evil, {monday, monday}, false}}, {}, {}},
                       Table{{{evil}}, {{{evil}}}}, Command{evil, evil}}}}});
  CHECK(all.find('\x1b') == std::string::npos);
  CHECK(all.find('\x07') == std::string::npos);
  CHECK(all.find("\u009b") == std::string::npos);
  CHECK(all.find("owned\n") == std::string::npos);
}

TEST_CASE("a timeline is as wide as the terminal lets it be", "[report]") {
  const auto day = [](int number) { return monday + calendar::Days{number}; };
  const Document document{
      {Timeline{{monday, day(95)},
                {{"one", {monday, day(95)}, true}, {"two", {day(4), day(9)}, false}},
                {},
                {{"today", "▲", monday, Tone::strong}}}}};
  const auto widest = [&](std::optional<std::size_t> width) {
    std::size_t most = 0;
    const auto text = write_text(document, {.colour = false, .width = width});
    for (std::size_t at = 0; at < text.size();) {
      const auto end = text.find('\n', at);
      most = std::max(most, display_width(text.substr(at, end - at)));
      at = end + 1;
    }
    return most;
  };
  // The column of labels takes 9 with the years and 2 of space.
  CHECK(widest({}) == 9 + 2 + 48);
  CHECK(widest(200) == 9 + 2 + 48);
  CHECK(widest(50) <= 50);
  CHECK(widest(50) > 36);
}

}  // namespace gradus::report::text_test
