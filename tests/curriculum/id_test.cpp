#include "gradus/curriculum/id.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::id_test {

using namespace gradus::curriculum;

TEST_CASE("an id is small letters, digits and hyphens, and begins with no hyphen", "[curriculum]") {
  for (const char* good : {"a", "7", "w1", "window-functions", "a-", "0-0"}) {
    INFO(good);
    CHECK(is_id(good));
    CHECK(WeekId{good}.text() == good);
  }
  for (const char* bad : {"", "-a", "A", "w 1", "w_1", "é", "a.b", "a/b"}) {
    INFO(bad);
    CHECK_FALSE(is_id(bad));
    CHECK_THROWS_AS(WeekId{bad}, Error);
  }
}

}  // namespace gradus::curriculum::id_test
