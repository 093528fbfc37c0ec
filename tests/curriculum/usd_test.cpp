#include "gradus/curriculum/usd.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

namespace gradus::curriculum::usd_test {

using namespace gradus::curriculum;

TEST_CASE("dollars become whole cents", "[curriculum]") {
  CHECK(Usd::of(0)->cents() == 0);
  CHECK(Usd::of(300)->cents() == 30'000);
  CHECK(Usd::of(19.99)->cents() == 1'999);
  CHECK(Usd::of(0.07)->cents() == 7);
  CHECK(Usd::of(1e9)->cents() == 100'000'000'000);
}

TEST_CASE("what is no amount of money is nothing", "[curriculum]") {
  for (const double bad :
       {-0.01, 0.001, 19.999, 1e9 + 0.01, 1e300, std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    INFO(bad);
    CHECK_FALSE(Usd::of(bad).has_value());
  }
}

TEST_CASE("money is written with cents only where there are some", "[curriculum]") {
  CHECK(Usd{0}.text() == "0");
  CHECK(Usd{30'000}.text() == "300");
  CHECK(Usd{1'999}.text() == "19.99");
  CHECK(Usd{1'950}.text() == "19.50");
  CHECK(Usd{5}.text() == "0.05");
  CHECK(Usd{-50}.text() == "-0.50");
}

TEST_CASE("every amount of cents survives the way through dollars", "[curriculum]") {
  REQUIRE(rc::check("of(dollars()) is the same", [] {
    const Usd usd{*rc::gen::inRange<std::int64_t>(0, 100'000'000'001)};
    RC_ASSERT(Usd::of(usd.dollars()) == usd);
  }));
}

}  // namespace gradus::curriculum::usd_test
