#include "gradus/text/plural.hpp"

#include <catch2/catch.hpp>

#include <cstddef>

namespace gradus::text::plural_test {

using gradus::text::counted;

TEST_CASE("one is said of one, and more of any other number", "[text]") {
  CHECK(counted(1, "week") == "1 week");
  CHECK(counted(0, "week") == "0 weeks");
  CHECK(counted(std::size_t{2}, "week") == "2 weeks");
  CHECK(counted(-1L, "day") == "-1 days");
  CHECK(counted(1, "entry", "entries") == "1 entry");
  CHECK(counted(12, "entry", "entries") == "12 entries");
}

}  // namespace gradus::text::plural_test
