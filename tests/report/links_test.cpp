#include "gradus/report/links.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gradus::report::links_test {

using gradus::report::is_link;
using gradus::report::link_length;
using gradus::report::pieces;

TEST_CASE("only http, https and mailto make links", "[report]") {
  CHECK(link_length("https://example.org") == 19);
  CHECK(link_length("HTTP://example.org/a?b=c") == 24);
  CHECK(link_length("mailto:ada@example.org") == 22);
  CHECK(link_length("javascript:alert(1)") == 0);
  CHECK(link_length("ftp://example.org") == 0);
  CHECK(link_length("file:///etc/passwd") == 0);
  CHECK(link_length("data:text/html,x") == 0);
  CHECK(link_length("see https://example.org") == 0);
  CHECK(link_length("") == 0);
}

TEST_CASE("a scheme alone is no link", "[report]") {
  CHECK(link_length("https://") == 0);
  CHECK(link_length("https:// x") == 0);
  CHECK(link_length("http://.") == 0);
}

TEST_CASE("a link ends before spaces, brackets and what ends a sentence", "[report]") {
  CHECK(link_length("http://a.b c") == 10);
  CHECK(link_length("http://a.b.") == 10);
  CHECK(link_length("http://a.b),") == 10);
  CHECK(link_length("http://a.b><script>") == 10);
  CHECK(link_length("http://a.b\"onclick=") == 10);
}

TEST_CASE("a text is cut into links and what is between them", "[report]") {
  const auto cut = [](std::string_view text) {
    std::vector<std::string> list;
    for (const auto& piece : pieces(text))
      list.push_back((piece.link ? "link " : "text ") + std::string(piece.text));
    return list;
  };
  using List = std::vector<std::string>;
  CHECK(cut("see http://a.b, http://c.d.") ==
        List{"text see ", "link http://a.b", "text , ", "link http://c.d", "text ."});
  CHECK(cut("http://a.b") == List{"link http://a.b"});
  CHECK(cut("xhttp://a.b") == List{"text xhttp://a.b"});
  CHECK(cut("").empty());
}

TEST_CASE("an address is a link when all of it is one", "[report]") {
  CHECK(is_link("https://a.b"));
  CHECK_FALSE(is_link("https://a.b and more"));
  CHECK_FALSE(is_link("javascript:alert(1)"));
  CHECK_FALSE(is_link(""));
}

}  // namespace gradus::report::links_test
