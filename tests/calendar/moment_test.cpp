#include "gradus/calendar/moment.hpp"

#include <catch2/catch.hpp>

namespace gradus::calendar::moment_test {
namespace {

TEST_CASE("a moment reads back from its text", "[calendar]") {
  for (const char* iso :
       {"2026-12-01T19:00+01:00", "2026-12-01T00:00-05:30", "0001-01-01T23:59+00:00",
        "2026-12-01T19:00+18:00", "2026-12-01T19:00-18:00"}) {
    INFO(iso);
    REQUIRE(Moment::parse(iso));
    CHECK(Moment::parse(iso)->iso() == iso);
  }
}

TEST_CASE("a moment is read with its clock time and offset apart", "[calendar]") {
  const auto moment = Moment::parse("2026-12-01T19:05-05:30");
  REQUIRE(moment);
  CHECK(moment->on.iso() == "2026-12-01");
  CHECK(moment->time.text() == "19:05");
  CHECK(moment->offset == Minutes{-330});
}

TEST_CASE("whole seconds are read and Z is no offset", "[calendar]") {
  CHECK(Moment::parse("2026-12-01T19:00:00Z").value().iso() == "2026-12-01T19:00+00:00");
  CHECK(Moment::parse("2026-12-01T19:00:59+01:00").value().iso() == "2026-12-01T19:00+01:00");
  CHECK(Moment::parse("2026-12-01T19:00Z").value().offset == Minutes{0});
}

TEST_CASE("moments differ by the time that passed", "[calendar]") {
  const auto between = [](const char* earlier, const char* later) {
    return Moment::parse(later).value() - Moment::parse(earlier).value();
  };
  CHECK(between("2026-12-01T19:00+01:00", "2026-12-01T19:50+01:00") == Minutes{50});
  CHECK(between("2026-12-01T23:30+01:00", "2026-12-02T00:40+01:00") == Minutes{70});
  CHECK(between("2026-12-01T19:00+01:00", "2026-12-01T18:00+01:00") == Minutes{-60});
  // The clocks go an hour forward, and back.
  CHECK(between("2027-03-28T01:30+01:00", "2027-03-28T03:30+02:00") == Minutes{60});
  CHECK(between("2027-10-31T02:50+02:00", "2027-10-31T02:10+01:00") == Minutes{20});
}

TEST_CASE("any other text is no moment", "[calendar]") {
  for (const char* text : {"",
                           "2026-12-01",
                           "2026-12-01T19:00",
                           "2026-12-01 19:00+01:00",
                           "2026-12-01T9:00+01:00",
                           "2026-12-01T24:00+01:00",
                           "2026-02-30T19:00+01:00",
                           "2026-12-01T19:00+1:00",
                           "2026-12-01T19:00+0100",
                           "2026-12-01T19:00+18:01",
                           "2026-12-01T19:00-18:01",
                           "2026-12-01T19:00+01:60",
                           "2026-12-01T19:00:60Z",
                           "2026-12-01T19:00:5Z",
                           "2026-12-01T19:00:00.5Z",
                           "2026-12-01T19:00:00",
                           "2026-12-01T19:00:",
                           "2026-12-01T19:00Zx",
                           "2026-12-01T19:00+01:00 ",
                           "2026-12-01T19:00z"}) {
    INFO(text);
    CHECK_FALSE(Moment::parse(text));
  }
}

TEST_CASE("a moment is shown by the clocks of another offset", "[calendar]") {
  const auto shown = [](const char* iso, int hours) {
    return at_offset(Moment::parse(iso).value(), Minutes{hours * 60}).iso();
  };
  CHECK(shown("2026-12-02T08:00+13:00", -10) == "2026-12-01T09:00-10:00");
  CHECK(shown("2026-12-01T23:30-10:00", 13) == "2026-12-02T22:30+13:00");
  CHECK(shown("2026-12-01T19:00+01:00", 1) == "2026-12-01T19:00+01:00");
}

TEST_CASE("until a day begins, study belongs to the evening before", "[calendar]") {
  const auto four = TimeOfDay::parse("04:00").value();
  const auto counts_for = [&](const char* iso) {
    return study_day(Moment::parse(iso).value(), four).iso();
  };
  CHECK(counts_for("2026-12-01T03:59+01:00") == "2026-11-30");
  CHECK(counts_for("2026-12-01T04:00+01:00") == "2026-12-01");
  CHECK(counts_for("0001-01-01T03:59+00:00") == "0001-01-01");
}

TEST_CASE("a clock time lies within its study day", "[calendar]") {
  const auto day = Date::parse("2026-12-01").value();
  for (int start = 0; start <= 12 * 60; start += 30)
    for (int minute = 0; minute < 24 * 60; minute += 30) {
      const TimeOfDay day_start{Minutes{start}};
      const TimeOfDay time{Minutes{minute}};
      INFO(day_start.text() << " " << time.text());
      CHECK(study_day(clock_day(day, time, day_start), time, day_start) == day);
    }
}

}  // namespace
}  // namespace gradus::calendar::moment_test
