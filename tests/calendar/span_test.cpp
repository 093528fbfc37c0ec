#include "gradus/calendar/span.hpp"

#include "gradus/calendar/error.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::calendar::span_test {
namespace {

const Date today = Date::parse("2026-12-06").value();  // a Sunday

std::string read(std::string_view text) {
  const Span span = read_span(text, today);
  return span.on.iso() + ' ' + span.from.text() + ' ' + span.to.text() + ' ' +
         span.last_day().iso();
}

std::string refusal(std::string_view text) {
  try {
    return read(text);
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a stretch of time has a day and two clock times", "[calendar]") {
  CHECK(read("19:00-20:30") == "2026-12-06 19:00 20:30 2026-12-06");
  CHECK(read("2026-12-01 19:00-20:30") == "2026-12-01 19:00 20:30 2026-12-01");
  CHECK(read("-3d 9:05 - 10:00") == "2026-12-03 09:05 10:00 2026-12-03");
  CHECK(read("  tue  19:00-20:30 ") == "2026-12-01 19:00 20:30 2026-12-01");
}

TEST_CASE("a stretch over midnight belongs to the day it begins on", "[calendar]") {
  CHECK(read("yesterday 23:30-00:40") == "2026-12-05 23:30 00:40 2026-12-06");
  CHECK(read("yesterday 18:00-06:00") == "2026-12-05 18:00 06:00 2026-12-06");
  CHECK(read("yesterday 23:30-00:00") == "2026-12-05 23:30 00:00 2026-12-06");
}

TEST_CASE("a stretch of time knows whether its day was typed", "[calendar]") {
  CHECK_FALSE(read_span("19:00-20:30", today).day_given);
  CHECK(read_span("today 19:00-20:30", today).day_given);
}

TEST_CASE("a stretch of time is told from a duration", "[calendar]") {
  for (const auto* span : {"19:00-20:30", "-3d 9:05 - 10:00", "2026-12-01 19:00-20:30", "1:00-"})
    CHECK(is_span(span));
  for (const auto* other : {"1:30", "50m", "1h30m", "-1h", "2026-12-01", ""})
    CHECK_FALSE(is_span(other));
}

TEST_CASE("a stretch of time by a 12-hour clock", "[calendar]") {
  CHECK(read("7pm-8:30pm") == read("19:00-20:30"));
  CHECK(read("7:30 pm-9 PM") == read("19:30-21:00"));
  CHECK(read("yesterday 11:30 pm-12:40am") == read("yesterday 23:30-00:40"));
  CHECK(read("2026-12-01 9am-10am") == read("2026-12-01 09:00-10:00"));
  CHECK_FALSE(is_span("-3d"));
}

TEST_CASE("what is no stretch of time is refused with how it was read", "[calendar]") {
  CHECK(refusal("19:00-19:00") == "\"19:00-19:00\" begins and ends at the same time");
  CHECK(refusal("22:00-24:00") == "\"22:00-24:00\": a clock goes from 23:59 to 00:00");
  CHECK(refusal("25:00-26:00") == "\"25:00-26:00\": \"25:00\" is not a time of day");
  CHECK(refusal("19:00-") == "\"19:00-\": \"\" is not a time of day");
  CHECK(refusal("2026-02-30 19:00-20:00") != read("19:00-20:00"));
  CHECK(refusal("20:00-19:00") == "\"20:00-19:00\" would be 23h, over midnight");
  CHECK(refusal("18:00-05:59") == read("18:00-05:59"));
  CHECK(refusal("18:00-06:01") == "\"18:00-06:01\" would be 12h1m, over midnight");
  CHECK(refusal("50m") == "\"50m\" is not a time span");
}

}  // namespace gradus::calendar::span_test
