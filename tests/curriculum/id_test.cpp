#include "gradus/curriculum/id.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::id_test {

TEST_CASE("an id of a curriculum is one by its form", "[curriculum]") {
  CHECK(WeekId{"w1"}.text() == "w1");
  CHECK_THROWS_AS(WeekId{"W 1"}, text::Error);
}

}  // namespace gradus::curriculum::id_test
