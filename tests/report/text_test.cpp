#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::report::text_test {

using namespace gradus::report;

namespace {

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

TEST_CASE("sections indent what they hold, air stands between the rest", "[report]") {
  CHECK(plain({{Heading{1, "Title"}, Paragraph{"First."}, Paragraph{"Second."},
                Heading{2, "Section"}, Paragraph{"Inside."}, Heading{3, "Below"},
                Paragraph{"Deep."}, Heading{2, "Next"}, Command{"gradus plan", "why not"}}}) ==
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
        "Next: gradus plan\n"
        "      why not\n");
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
  CHECK(plain({{BarList{{{"Hours", 0.5, "3h of 6h"}, {"Gate", 0, "0 of 7"}}}}}) ==
        "Hours  ██████████░░░░░░░░░░  3h of 6h\n"
        "Gate   ░░░░░░░░░░░░░░░░░░░░  0 of 7\n");
}

TEST_CASE("only nothing is an empty bar and only all a full one", "[report]") {
  const auto bar = [](double share) { return plain({{BarList{{{"x", share, "w"}}}}}); };
  CHECK(bar(0.001) == "x  █░░░░░░░░░░░░░░░░░░░  w\n");
  CHECK(bar(0.999) == "x  ███████████████████░  w\n");
  CHECK(bar(1) == "x  ████████████████████  w\n");
  CHECK(bar(7) == "x  ████████████████████  w\n");
  CHECK(bar(-1) == "x  ░░░░░░░░░░░░░░░░░░░░  w\n");
  CHECK(bar(0.0 / 0.0) == "x  ░░░░░░░░░░░░░░░░░░░░  w\n");
}

TEST_CASE("bars shrink with the terminal, then leave the words alone", "[report]") {
  const Document document{{BarList{{{"Hours", 0.5, "3h of 6h"}}}}};
  CHECK(at_width(document, 25) == "Hours  ████░░░░  3h of 6h\n");
  CHECK(at_width(document, 21) == "Hours  3h of 6h\n");
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
  const Document document{{Heading{2, "S"}, ItemList{{{"FAIL", Tone::bad, words, {}}}}}};
  CHECK(at_width(document, 40) ==
        "S\n"
        "  FAIL  a text that is longer than forty\n"
        "        columns of a terminal\n");
  CHECK(plain(document) == "S\n  FAIL  " + words + "\n");
}

TEST_CASE("commands are never wrapped: they are there to be copied", "[report]") {
  CHECK(at_width({{Command{"gradus log 1h read --week w1", "a reason of several words"}}}, 24) ==
        "Next: gradus log 1h read --week w1\n"
        "      a reason of\n"
        "      several words\n");
}

TEST_CASE("colour adds to the words and replaces none", "[report]") {
  const Document document{{Heading{1, "T"}, ItemList{{{"FAIL", Tone::bad, "one", {"d"}}}},
                           BarList{{{"x", 1, "w"}}}, Command{"gradus", "why"}}};
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
  const auto all = plain({{Heading{1, evil}, FactList{{{evil, evil}}}, BarList{{{evil, 0, evil}}},
                           ItemList{{{evil, Tone::plain, evil, {evil}}}},
                           Table{{{evil}}, {{{evil}}}}, Command{evil, evil}}});
  CHECK(all.find('\x1b') == std::string::npos);
  CHECK(all.find('\x07') == std::string::npos);
  CHECK(all.find("\u009b") == std::string::npos);
  CHECK(all.find("owned\n") == std::string::npos);
}

}  // namespace gradus::report::text_test
