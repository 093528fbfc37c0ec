#include "report/html/axis.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::report::axis_test {

using namespace gradus::report;
using calendar::Date;
using Numbers = std::vector<double>;
using Labels = std::vector<std::string>;

namespace {

Labels labels(const std::string& from, const std::string& to) {
  Labels found;
  for (const auto& tick : day_ticks(Date::parse(from).value(), Date::parse(to).value()))
    found.push_back(tick.label);
  return found;
}

}  // namespace

TEST_CASE("a scale of values ends at round numbers", "[report]") {
  CHECK(value_axis(0, 168).ticks == Numbers{0, 50, 100, 150, 200});
  CHECK(value_axis(0, 8).ticks == Numbers{0, 2, 4, 6, 8});
  CHECK(value_axis(-3, 5).ticks == Numbers{-4, -2, 0, 2, 4, 6});
  CHECK(value_axis(0, 0).ticks == Numbers{0, 0.5, 1});
  CHECK(value_axis(0, 0).to == 1);
}

TEST_CASE("a number on a scale is short", "[report]") {
  CHECK(tick_text(150, " h") == "150 h");
  CHECK(tick_text(0.1 + 0.2, "") == "0.3");
  CHECK(tick_text(1e300, "%") == "1e+300%");
}

TEST_CASE("days are labelled by weeks, months or years, as they are many", "[report]") {
  CHECK(labels("2026-12-01", "2026-12-01") == Labels{"1 Dec"});
  CHECK(labels("2026-11-30", "2026-12-15") == Labels{"30 Nov", "7 Dec", "14 Dec"});
  CHECK(labels("2026-12-01", "2027-02-20") ==
        Labels{"7 Dec", "21 Dec", "4 Jan", "18 Jan", "1 Feb", "15 Feb"});
  CHECK(labels("2026-11-30", "2027-05-16") == Labels{"Dec", "2027", "Feb", "Mar", "Apr", "May"});
  CHECK(labels("2026-02-10", "2028-02-01") == Labels{"Mar", "May", "Jul", "Sep", "Nov", "2027",
                                                     "Mar", "May", "Jul", "Sep", "Nov", "2028"});
  CHECK(labels("0001-01-01", "9999-12-31").size() < 20);
}

}  // namespace gradus::report::axis_test
