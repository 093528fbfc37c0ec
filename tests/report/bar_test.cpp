#include "report/bar.hpp"

#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <limits>
#include <string>
#include <vector>

namespace gradus::report::bar_test {

TEST_CASE("bars on one scale tell less than the plan from all of it and from more", "[report]") {
  CHECK(draw_on_scale({5, 10}, 20, 20) == "█████░░░░░");
  CHECK(draw_on_scale({10, 10}, 20, 20) == "██████████");
  CHECK(draw_on_scale({20, 10}, 20, 20) == "██████████▒▒▒▒▒▒▒▒▒▒");
  // Too little to be a sign of its own.
  CHECK(draw_on_scale({9.99, 10}, 20, 20) == "█████████░");
  CHECK(draw_on_scale({10.01, 10}, 20, 20) == "█████████▒");
  CHECK(draw_on_scale({0, 0}, 20, 20).empty());
  CHECK(draw_on_scale({0, 0}, 0, 20).empty());
}

TEST_CASE("parts have gaps where there is room for them, and none where there isn't", "[report]") {
  const std::vector<double> days{0, 1, 0.5, 0.01};
  CHECK(draw_parts(days, 11) == "·· ██ ▄▄ ▁▁");
  CHECK(draw_parts(days, 7) == "· █ ▄ ▁");
  CHECK(draw_parts(days, 4) == "·█▄▁");
  CHECK(draw_parts(days, 3).empty());
  CHECK(draw_parts({}, 20).empty());
}

TEST_CASE("whatever is drawn fits its cells", "[report]") {
  REQUIRE(rc::check([] {
    const auto any = rc::gen::oneOf(
        rc::gen::arbitrary<double>(),
        rc::gen::element(0.0, -1.0, 1.0, 7.0, std::numeric_limits<double>::infinity(),
                         std::numeric_limits<double>::quiet_NaN()));
    const auto cells = *rc::gen::inRange<std::size_t>(5, 61);
    const auto numbers = *rc::gen::container<std::vector<double>>(any);
    RC_ASSERT(display_width(draw_parts(numbers, cells)) <= cells);
    RC_ASSERT(display_width(draw_on_scale({*any, *any}, *any, cells)) <= cells);
  }));
}

}  // namespace gradus::report::bar_test
