#include "gradus/calendar/lower.hpp"

#include <catch2/catch.hpp>

namespace gradus::calendar::lower_test {

TEST_CASE("only ASCII letters change their case", "[calendar]") {
  CHECK(lower("Nov-3 @[`{ AZ az") == "nov-3 @[`{ az az");
  CHECK(lower("ÉA") == "Éa");
  CHECK(lower("").empty());
  static_assert(lower('Q') == 'q' && lower('q') == 'q' && lower('@') == '@' && lower('[') == '[');
}

}  // namespace gradus::calendar::lower_test
