#include "report/links.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::links_test {

using gradus::report::link_length;

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

}  // namespace gradus::report::links_test
