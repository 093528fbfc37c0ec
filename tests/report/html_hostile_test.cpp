#include "gradus/report/writers.hpp"

#include "report/html/html_text.hpp"
#include "support/html_page.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace gradus::report::html_hostile_test {

using namespace gradus::report;
using gradus::testing::dangers;
using gradus::testing::read_html;

namespace {

const std::vector<std::string> attacks{
    "<script>alert(1)</script>",
    "</title></style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://a.b/\"onclick=\"alert(1)",
    "https://a.b/?x=<script>&y='z'",
    "mailto:a@b?subject=%0D%0ABcc:c@d",
    "<!-- ]]> <![CDATA[ --> &amp; &lt; &#x3c;script>",
    "\x1b[31mred\x1b]0;title\x07",
    "\xE2\x80\xAEtxt.exe\xE2\x81\xA6",
    std::string("nul\0here", 8),
    "invalid \xFF\xC0\x80 bytes",
    "\xEF\xBF\xBF noncharacter",
    "two\nlines\rof\xE2\x80\xA8text",
    std::string(std::size_t{64} * 1024, 'w'),
    "https://" + std::string(std::size_t{64} * 1024, 'w'),
};

// The text wherever a document may have one.
Document everywhere(const std::string& text) {
  return {{Section{text,
                   {Paragraph{text}, FactList{{{text, text}}}, BarList{{{text, 1, 2, text}}},
                    Section{text,
                            {Table{{{text}, {text}, {text}, {text}},
                                   {{{text}, {text, Tone::good}, {text, Tone::strong}, {text}}}},
                             ItemList{{{text, Tone::bad, text, {text, Link{text, text}}},
                                       {"", Tone::plain, Link{text, "https://a.b/" + text}, {}},
                                       {"", Tone::plain, Link{"", text}, {}}}}}},
                    Command{text, text}}}}};
}

}  // namespace

TEST_CASE("no text becomes markup, runs or loads anything", "[report]") {
  for (const auto& attack : attacks) {
    INFO(attack.substr(0, 80));
    for (const bool drawings : {true, false}) {
      const auto text = write_html(everywhere(attack), {.drawings = drawings});
      const auto page = read_html(text);
      CHECK(dangers(page).empty());
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find('\0') == std::string::npos);
      CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
    }
  }
}

TEST_CASE("texts can be read back from a page", "[report]") {
  REQUIRE(rc::check("whatever they are", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::elementOf(std::string("<>&\"'/=:;!-[]()#")), rc::gen::inRange(' ', '~')));
    const auto page = read_html(write_html(everywhere("x" + text)));
    RC_ASSERT(dangers(page).empty());
    RC_ASSERT(page.named("code").front().text == "x" + text);
    RC_ASSERT(page.named("p").front().text == "x" + text);
    RC_ASSERT(page.named("h1").front().text == "x" + text);
  }));
}

TEST_CASE("what drives a terminal or hides in a page is made visible", "[report]") {
  CHECK(html_text("\x1b[31m") == "␛[31m");
  CHECK(html_text("\xE2\x80\xAE") == "&lt;U+202E&gt;");
  CHECK(html_text("\xEF\xBF\xBF") == "&lt;U+FFFF&gt;");
  CHECK(html_text("\xEF\xB7\x90") == "&lt;U+FDD0&gt;");
  CHECK(html_text("\xFF") == "&lt;0xFF&gt;");
}

TEST_CASE("only addresses of the web and of mail become links", "[report]") {
  CHECK(html_text("see https://a.b/c?d=1&e, or not") ==
        "see <a href=\"https://a.b/c?d=1&amp;e\">https://a.b/c?d=1&amp;e</a>, or not");
  CHECK(html_text("mailto:a@b.c") == "<a href=\"mailto:a@b.c\">mailto:a@b.c</a>");
  CHECK(html_text("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(html_text("file:///etc/passwd") == "file:///etc/passwd");
  CHECK(html_name("https://a.b") == "https://a.b");
  CHECK(html_link({"https://good.example", "https://bad.example"}) ==
        "<a class=\"named\" href=\"https://bad.example\">https://good.example</a>");
}

TEST_CASE("a text of a right-to-left script stands by itself", "[report]") {
  CHECK(html_text("שלום") == "<bdi>שלום</bdi>");
  CHECK(html_text("a مرحبا b") == "<bdi>a مرحبا b</bdi>");
  CHECK(html_name("العربية") == "<bdi>العربية</bdi>");
  CHECK(html_text("Grüße, 日本語, 👩‍💻") == "Grüße, 日本語, 👩‍💻");
  CHECK(html_link({"שלום", "https://a.b"}) ==
        "<bdi><a class=\"named\" href=\"https://a.b\">שלום</a></bdi>");
}

}  // namespace gradus::report::html_hostile_test
