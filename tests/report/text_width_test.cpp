#include "report/text_width.hpp"

#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace gradus::report::text_width_test {

using namespace gradus::report;

using Lines = std::vector<std::string>;

TEST_CASE("display width counts what a terminal draws", "[report]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("naïve") == 5);
  CHECK(display_width("東京") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("👍") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("👩‍💻") == 2);
  CHECK(display_width("🇩🇪🇫🇷") == 4);
  CHECK(display_width("❤") == 1);
  CHECK(display_width("❤️") == 2);
  CHECK(display_width("█░→…") == 4);
}

TEST_CASE("a text is cut only when it is too wide", "[report]") {
  CHECK(cut("abcd", 4) == "abcd");
  CHECK(cut("abcde", 4) == "abc…");
  CHECK(cut("abc", 1) == "…");
  CHECK(cut("abc", 0).empty());
}

TEST_CASE("a cut never halves a character", "[report]") {
  CHECK(cut("東京タワー", 6) == "東京…");
  CHECK(cut("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(cut("👩‍💻👩‍💻", 3) == "👩‍💻…");
}

TEST_CASE("padding fills up to the width and no further", "[report]") {
  CHECK(pad("東", 4) == "東  ");
  CHECK(pad("7", 3, Align::right) == "  7");
  CHECK(pad("long", 2) == "long");
}

TEST_CASE("text wraps at spaces", "[report]") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two", 6) == Lines{"one", "two"});
  CHECK(wrap("one  two ", 20) == Lines{"one two"});
  CHECK(wrap("", 5) == Lines{""});
}

TEST_CASE("words over the width are broken, links are not", "[report]") {
  CHECK(wrap("a abcdefgh b", 4) == Lines{"a", "abcd", "efgh", "b"});
  CHECK(wrap("東京タワー", 5) == Lines{"東京", "タワ", "ー"});
  // A language without blanks between its words begins beside what stands before it.
  CHECK(wrap("note: 東京タワー", 9) == Lines{"note: 東", "京タワー"});
  CHECK(wrap("note: 東京タワー", 7) == Lines{"note:", "東京タ", "ワー"});
  CHECK(wrap("see https://example.org/a b", 6) == Lines{"see", "https://example.org/a", "b"});
}

TEST_CASE("what is cut at a word keeps whole ones", "[report]") {
  CHECK(cut_at_word("one two three", 13) == "one two three");
  CHECK(cut_at_word("one two three", 9) == "one two …");
  CHECK(cut_at_word("considerable", 5) == "cons…");
}

TEST_CASE("a command breaks as a shell reads it, and never in quotes", "[report]") {
  CHECK(wrap_command("gradus solve \"Big Countries\" 3", 20) ==
        Lines{"gradus solve \\", "\"Big Countries\" 3"});
  CHECK(wrap_command(R"(gradus exam add 'The Driver'\''s Theory' --score N)", 30) ==
        Lines{"gradus exam add \\", R"('The Driver'\''s Theory' \)", "--score N"});
  CHECK(wrap_command(R"(gradus solve Big\ Countries 3)", 20) ==
        Lines{"gradus solve \\", R"(Big\ Countries 3)"});
  CHECK(wrap_command("gradus today", 20) == Lines{"gradus today"});
}

TEST_CASE("long lines go on below, indented", "[report]") {
  CHECK(fitted("one two three four", 9) == "one two\n  three\n  four");
  CHECK(fitted("one two three four", {}) == "one two three four");
  CHECK(fitted("  hint: see gradus\n", 14) == "  hint: see\n    gradus\n");
  CHECK(fitted("one\n\ntwo\n", 40) == "one\n\ntwo\n");
}

TEST_CASE("the text of a second column goes on below itself", "[report]") {
  CHECK(fitted("  -t  one two three", 14) == "  -t  one two\n      three");
  CHECK(fitted("  --option  one two", 14) == "  --option\n      one two");
  CHECK(fitted("            one two three", 14) == "    one two\n      three");
}

TEST_CASE("lines keep to the width and lose no word", "[report]") {
  REQUIRE(rc::check("wrapped text", [] {
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "word", "東京", "e\u0301te\u0301", "👍🏽", "considerable"));
    const auto width = *rc::gen::inRange<std::size_t>(2, 30);
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    std::string joined;
    for (const auto& line : wrap(text, width)) {
      RC_ASSERT(display_width(line) <= width);
      joined += line;
    }
    std::erase(text, ' ');
    std::erase(joined, ' ');
    RC_ASSERT(joined == text);
  }));
}

}  // namespace gradus::report::text_width_test
