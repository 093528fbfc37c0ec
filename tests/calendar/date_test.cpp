#include "gradus/calendar/date.hpp"

#include "gradus/calendar/error.hpp"

#include "support/print.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <string>

namespace gradus::calendar::date_test {
namespace {

using namespace std::chrono_literals;
using std::chrono::year;

Date day(std::string_view iso) {
  return Date::parse(iso).value();
}

std::string refusal(std::string_view text, Date today) {
  try {
    return "read as " + read_date(text, today).iso();
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_CASE("an ISO date is read and written back", "[calendar]") {
  for (const char* iso : {"0001-01-01", "1999-12-31", "2000-02-29", "2028-02-29", "9999-12-31"}) {
    CHECK(day(iso).iso() == iso);
  }
}

TEST_CASE("a text that is not exactly a date is none", "[calendar]") {
  for (const char* text :
       {"", "2026", "2026-1-05", "2026-01-5", "26-01-05", "2026-01-05 ", " 2026-01-05",
        "2026-01-05x", "2026/01/05", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
        "2026-02-29", "1900-02-29", "0000-12-31", "10000-01-01", "+026-01-01", "2026--1-01"}) {
    INFO(text);
    CHECK_FALSE(Date::parse(text));
  }
}

TEST_CASE("a date is built only from a day that exists", "[calendar]") {
  CHECK(Date{2026y / 11 / 30} == day("2026-11-30"));
  CHECK_THROWS_AS(Date(2026y / 2 / 30), Error);
  CHECK_THROWS_AS(Date(year{0} / 12 / 31), Error);
  CHECK_THROWS_AS(Date(year{10000} / 1 / 1), Error);
  CHECK_THROWS_AS(Date(year{-5} / 1 / 1), Error);
  CHECK_THROWS_AS(Date(2026y / 13 / 1), Error);
}

TEST_CASE("days are added within the calendar only", "[calendar]") {
  CHECK(day("2026-12-31") + Days{1} == day("2027-01-01"));
  CHECK(day("2027-01-01") - Days{1} == day("2026-12-31"));
  CHECK(day("2027-05-16") - day("2026-11-30") == Days{167});
  CHECK(Date::first() + (Date::last() - Date::first()) == Date::last());
  CHECK_THROWS_AS(Date::last() + Days{1}, Error);
  CHECK_THROWS_AS(Date::first() - Days{1}, Error);
  CHECK_THROWS_AS(Date::last() - Days{-1}, Error);
  CHECK_THROWS_AS(Date::first() + Days{-1}, Error);
  const auto extremes = {std::numeric_limits<Days::rep>::min(),
                         std::numeric_limits<Days::rep>::max()};
  for (const auto count : extremes) {
    CHECK_THROWS_AS(day("2026-11-30") + Days{count}, Error);
    CHECK_THROWS_AS(day("2026-11-30") - Days{count}, Error);
  }
}

TEST_CASE("months on, a day past the month's end becomes its last", "[calendar]") {
  CHECK(day("2026-11-30").plus_months(3) == day("2027-02-28"));
  CHECK(day("2027-11-30").plus_months(3) == day("2028-02-29"));
  CHECK(day("2026-01-31").plus_months(0) == day("2026-01-31"));
  CHECK(day("2026-01-31").plus_months(-2) == day("2025-11-30"));
  CHECK(day("2026-12-01").plus_months(1) == day("2027-01-01"));
  CHECK(day("9999-11-30").plus_months(1) == day("9999-12-30"));
  CHECK(day("0001-02-28").plus_months(-1) == day("0001-01-28"));
  CHECK_THROWS_AS(day("9999-12-01").plus_months(1), Error);
  CHECK_THROWS_AS(day("0001-01-31").plus_months(-1), Error);
  CHECK_THROWS_AS(day("2026-01-31").plus_months(std::numeric_limits<int>::max()), Error);
  CHECK_THROWS_AS(day("2026-01-31").plus_months(std::numeric_limits<int>::min()), Error);
}

TEST_CASE("weekdays are read short or long, in any case", "[calendar]") {
  CHECK(parse_weekday("tue") == std::chrono::Tuesday);
  CHECK(parse_weekday("Tuesday") == std::chrono::Tuesday);
  CHECK(parse_weekday("SUN") == std::chrono::Sunday);
  CHECK(parse_weekday("saturday") == std::chrono::Saturday);
  CHECK_FALSE(parse_weekday(""));
  CHECK_FALSE(parse_weekday("tues"));
  CHECK_FALSE(parse_weekday("sund"));
  CHECK(short_name(std::chrono::Monday) == "mon");
  CHECK(short_name(std::chrono::Sunday) == "sun");
}

TEST_CASE("a day is read in every form people type", "[calendar]") {
  const Date today = day("2026-12-02");  // a Wednesday
  CHECK(read_date("2026-11-30", today) == day("2026-11-30"));
  CHECK(read_date("2027-11-30", today) == day("2027-11-30"));
  CHECK(read_date("today", today) == today);
  CHECK(read_date("Today", today) == today);
  CHECK(read_date("yesterday", today) == day("2026-12-01"));
  CHECK(read_date("-3d", today) == day("2026-11-29"));
  CHECK(read_date("-0d", today) == today);
  CHECK(read_date("-365d", today) == day("2025-12-02"));
  CHECK(read_date("tue", today) == day("2026-12-01"));
  CHECK(read_date("Thursday", today) == day("2026-11-26"));
  CHECK(read_date("wed", today) == day("2026-11-25"));
}

TEST_CASE("a day that is to come is read in every form people type", "[calendar]") {
  const Date today = day("2026-12-02");  // a Wednesday
  CHECK(read_date_ahead("2026-11-30", today) == day("2026-11-30"));
  CHECK(read_date_ahead("today", today) == today);
  CHECK(read_date_ahead("Tomorrow", today) == day("2026-12-03"));
  CHECK(read_date_ahead("+3d", today) == day("2026-12-05"));
  CHECK(read_date_ahead("-3d", today) == day("2026-11-29"));
  CHECK(read_date_ahead("tue", today) == day("2026-12-08"));
  CHECK(read_date_ahead("thursday", today) == day("2026-12-03"));
  CHECK(read_date_ahead("wed", today) == today);
  const auto left = (Date::last() - today).count();
  CHECK(read_date_ahead('+' + std::to_string(left) + 'd', today) == Date::last());
  for (const std::string& text :
       {'+' + std::to_string(left + 1) + 'd', std::string{"+99999999999d"}, std::string{"+d"},
        std::string{"3d"}, std::string{"someday"}, std::string{"2026-02-30"}}) {
    INFO(text);
    CHECK_THROWS_AS(read_date_ahead(text, today), Error);
  }
  CHECK_THROWS_AS(read_date_ahead("tomorrow", Date::last()), Error);
}

TEST_CASE("a day that can't be read says why", "[calendar]") {
  const Date today = day("2026-12-02");
  CHECK(refusal("2026-02-30", today) == "\"2026-02-30\" is not a date: February 2026 has 28 days");
  CHECK(refusal("2028-02-30", today) == "\"2028-02-30\" is not a date: February 2028 has 29 days");
  CHECK(refusal("2026-04-00", today) == "\"2026-04-00\" is not a date: April 2026 has 30 days");
  CHECK(refusal("2026-13-01", today) == "\"2026-13-01\" is not a date: months run from 01 to 12");
  CHECK(refusal("0000-01-01", today) ==
        "\"0000-01-01\" is not a date: years run from 0001 to 9999");
  for (const char* text : {"", "-d", "--3d", "-3", "3d", "-3.5d", "- 3d", "-3d ", "tomorrow",
                           "30.11.2026", "2026-11-30T19:00", "10000-01-01"}) {
    INFO(text);
    CHECK(refusal(text, today) == '"' + std::string{text} + "\" is not a date");
  }
  const auto all_days = (today - Date::first()).count();
  CHECK(read_date('-' + std::to_string(all_days) + 'd', today) == Date::first());
  for (const std::string& count : {std::to_string(all_days + 1), std::string{"99999999999"},
                                   std::string{"99999999999999999999999999"}}) {
    const std::string text = '-' + count + 'd';
    INFO(text);
    CHECK(refusal(text, today) ==
          '"' + text + "\" is not a date: that many days ago is before 0001-01-01");
  }
  CHECK_THROWS_AS(read_date("yesterday", Date::first()), Error);
  CHECK_THROWS_AS(read_date("mon", Date::first()), Error);
}

TEST_CASE("laws of dates", "[calendar]") {
  const auto any_day = [] {
    const Days::rep span = (Date::last() - Date::first()).count();
    return Date::first() + Days{*rc::gen::inRange<Days::rep>(0, span + 1)};
  };
  REQUIRE(rc::check("a date reads back from its text", [&] {
    const Date date = any_day();
    RC_ASSERT(Date::parse(date.iso()) == date);
    RC_ASSERT(Date{date.ymd()} == date);
  }));
  REQUIRE(rc::check("a weekday name means one of the seven days before today", [&] {
    const Date today = std::max(any_day(), Date::first() + Days{7});
    const std::chrono::weekday weekday{*rc::gen::inRange(0U, 7U)};
    const Date read = read_date(short_name(weekday), today);
    RC_ASSERT(read.weekday() == weekday);
    RC_ASSERT(read < today);
    RC_ASSERT(today - read <= Days{7});
  }));
  REQUIRE(rc::check("text order is date order", [&] {
    const Date a = any_day();
    const Date b = any_day();
    RC_ASSERT((a < b) == (a.iso() < b.iso()));
  }));
}

}  // namespace
}  // namespace gradus::calendar::date_test
