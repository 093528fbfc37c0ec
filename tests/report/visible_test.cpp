#include "gradus/report/writers.hpp"
#include "gradus/text/code_point.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>

namespace gradus::report::visible_test {

using namespace gradus::report;
using namespace std::string_literals;

TEST_CASE("control characters become pictures", "[report]") {
  CHECK(visible("\x1b[31mred") == "␛[31mred");
  CHECK(visible("a\nb\tc\rd") == "a␊b␉c␍d");
  CHECK(visible("\0"s) == "␀");
  CHECK(visible("\x1f\x20\x7e\x7f") == "␟ ~␡");
}

TEST_CASE("C1 and bidirectional controls become their code points", "[report]") {
  CHECK(visible("\u0080") == "<U+0080>");
  CHECK(visible("\u009b31m") == "<U+009B>31m");
  CHECK(visible("\u009f\u00a0") == "<U+009F>\u00a0");
  CHECK(visible("\u061c\u200e\u200f") == "<U+061C><U+200E><U+200F>");
  CHECK(visible("\u202a\u202e\u202f") == "<U+202A><U+202E>\u202f");
  CHECK(visible("\u2065\u2066\u2069\u206a") == "\u2065<U+2066><U+2069>\u206a");
  CHECK(visible("\u2028\u2029") == "<U+2028><U+2029>");
}

TEST_CASE("bytes that are no UTF-8 show their value", "[report]") {
  CHECK(visible("a\xff"
                "b") == "a<0xFF>b");
  CHECK(visible("\xc3") == "<0xC3>");
  CHECK(visible("\xe2\x82") == "<0xE2><0x82>");
  CHECK(visible("\xed\xa0\x80") == "<0xED><0xA0><0x80>");  // a surrogate
}

TEST_CASE("all other text stays as it is", "[report]") {
  CHECK(visible("").empty());
  CHECK(visible("naïve 東京 👩‍💻 e\u0301 “q”") ==
        "naïve 東京 👩‍💻 e\u0301 “q”");
}

TEST_CASE("whatever the bytes, what is shown drives no terminal and is stable", "[report]") {
  REQUIRE(rc::check("visible text has nothing left to make visible", [](const std::string& text) {
    const auto shown = visible(text);
    RC_ASSERT(visible(shown) == shown);
    for (std::string_view rest = shown; !rest.empty();) {
      const auto character = text::first_code_point(rest);
      RC_ASSERT(character.value >= 0);
      RC_ASSERT(!text::drives_terminal(character.value));
      rest.remove_prefix(character.bytes.size());
    }
  }));
}

}  // namespace gradus::report::visible_test
