#include "gradus/calendar/week.hpp"

#include <catch2/catch.hpp>

namespace gradus::calendar::week_test {
namespace {

Date day(const char* iso) {
  return Date::parse(iso).value();
}

}  // namespace

TEST_CASE("a week begins on its Monday", "[calendar]") {
  CHECK(monday_of(day("2026-11-30")) == day("2026-11-30"));
  CHECK(monday_of(day("2026-12-06")) == day("2026-11-30"));
  CHECK(monday_of(day("2026-12-07")) == day("2026-12-07"));
  CHECK(monday_of(day("2027-01-01")) == day("2026-12-28"));
}

TEST_CASE("the first and the last week of the calendar have a Monday", "[calendar]") {
  CHECK(monday_of(Date::first()) == Date::first());
  CHECK(monday_of(Date::last()) <= Date::last());
}

}  // namespace gradus::calendar::week_test
