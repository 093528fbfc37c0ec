#include "report/markdown_text.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::report::markdown_text_test {

using namespace gradus::report;

TEST_CASE("markup in a text stays text", "[report]") {
  CHECK(markdown_text("a|b *c* _d_ `e` <f> [g](h) #i ~j~ \\ & $k$") ==
        R"(a\|b \*c\* \_d\_ \`e\` \<f\> \[g\](h) \#i \~j\~ \\ \& \$k\$)");
  CHECK(markdown_text("<script>alert(1)</script>") == R"(\<script\>alert(1)\</script\>)");
  CHECK(markdown_text("![x](javascript:alert(1))") == R"(!\[x\](javascript\:alert(1)))");
}

TEST_CASE("addresses become links when their scheme may", "[report]") {
  CHECK(markdown_text("see https://example.org/a_b.") == "see <https://example.org/a_b>.");
  CHECK(markdown_text("(http://a.b/c|d)") == "(<http://a.b/c%7Cd>)");
  CHECK(markdown_text("mailto:ada@example.org") == "<mailto:ada@example.org>");
  CHECK(markdown_text("ftp://a.b") == R"(ftp\://a.b)");
  CHECK(markdown_text("xhttps://a.b") == R"(xhttps\://a.b)");
  CHECK(markdown_text("<https://a.b>") == R"(\<<https://a.b>\>)");
}

TEST_CASE("times and colons in sentences stay readable", "[report]") {
  CHECK(markdown_text("19:00 read: chapter 1") == "19:00 read: chapter 1");
  CHECK(markdown_text("w1-group-by: done") == "w1-group-by: done");
}

TEST_CASE("a line never begins a list, a rule or code", "[report]") {
  CHECK(markdown_line("- item") == R"(\- item)");
  CHECK(markdown_line("+ item") == R"(\+ item)");
  CHECK(markdown_line("1. item") == R"(1\. item)");
  CHECK(markdown_line("12) item") == R"(12\) item)");
  CHECK(markdown_line("===") == R"(\===)");
  CHECK(markdown_line("    code") == "code");
  CHECK(markdown_line("# title") == R"(\# title)");
  CHECK(markdown_line("> quote") == R"(\> quote)");
  CHECK(markdown_line("200 problems") == "200 problems");
  CHECK(markdown_line("").empty());
}

TEST_CASE("control characters are visible in Markdown too", "[report]") {
  CHECK(markdown_text("a\nb\x1b\xff") == R"(a␊b␛\<0xFF\>)");
}

TEST_CASE("code is fenced by more backticks than it holds", "[report]") {
  CHECK(markdown_code("gradus plan") == "`gradus plan`");
  CHECK(markdown_code("a `b` ``c``") == "``` a `b` ``c`` ```");
}

}  // namespace gradus::report::markdown_text_test
