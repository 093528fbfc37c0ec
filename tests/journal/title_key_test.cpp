#include "gradus/journal/title_key.hpp"

#include <catch2/catch.hpp>

namespace gradus::journal::title_key_test {

TEST_CASE("case and spaces make no other problem", "[journal]") {
  CHECK(title_key("Top earners") == "top earners");
  CHECK(title_key("  TOP \t earners\n") == "top earners");
  CHECK(title_key("Top\u00a0\u2003earners") == "top earners");
  CHECK(title_key("ÜBUNG") == title_key("übung"));
  CHECK(title_key("Cafe\u0301") == title_key("CAFÉ"));
  CHECK(title_key("STRASSE") == title_key("Straße"));
}

TEST_CASE("anything else does", "[journal]") {
  CHECK(title_key("Top earners") != title_key("Topearners"));
  CHECK(title_key("Top earners") != title_key("Top earners 2"));
  CHECK(title_key("Top-earners") != title_key("Top earners"));
}

TEST_CASE("text that is not UTF-8 has a key too", "[journal]") {
  CHECK(title_key("\xff Top") == "\xff Top");
  CHECK(title_key("").empty());
  CHECK(title_key(" \n").empty());
}

}  // namespace gradus::journal::title_key_test
