#include "gradus/text/id.hpp"

#include <catch2/catch.hpp>

namespace gradus::text::id_test {

TEST_CASE("an id is small letters, digits and hyphens, and begins with no hyphen", "[text]") {
  for (const char* good : {"a", "7", "w1", "window-functions", "a-", "0-0"}) {
    INFO(good);
    CHECK(is_id(good));
  }
  for (const char* bad : {"", "-a", "A", "w 1", "w_1", "é", "a.b", "a/b"}) {
    INFO(bad);
    CHECK_FALSE(is_id(bad));
  }
}

TEST_CASE("a title makes an id", "[text]") {
  CHECK(as_id("Window functions") == "window-functions");
  CHECK(as_id("  C++ & SQL! ") == "c-sql");
  CHECK(as_id("Größe") == "gr-e");
  CHECK(as_id("!?").empty());
  CHECK(as_id(std::string(100, 'a')).size() == 60);
}

TEST_CASE("two spellings of one word are folded alike, in any script", "[text]") {
  CHECK(folded("Window Functions") == folded("window_functions"));
  CHECK(folded("窓関数") == "窓関数");
  CHECK(folded("窓関数") != folded("結合"));
}

}  // namespace gradus::text::id_test
