#include "gradus/calendar/duration.hpp"

#include "gradus/calendar/error.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace gradus::calendar::duration_test {
namespace {

struct Refusal {
  std::string message;
  std::string hint;
};

Refusal refusal(std::string_view text) {
  try {
    return {"read as " + format_duration(read_duration(text)), ""};
  } catch (const Error& error) {
    return {error.what(), error.hint()};
  }
}

TEST_CASE("durations are read in every documented form", "[calendar]") {
  CHECK(read_duration("50m") == Minutes{50});
  CHECK(read_duration("90m") == Minutes{90});
  CHECK(read_duration("1h") == Minutes{60});
  CHECK(read_duration("1h30m") == Minutes{90});
  CHECK(read_duration("1h30") == Minutes{90});
  CHECK(read_duration("1h30min") == Minutes{90});
  CHECK(read_duration("50min") == Minutes{50});
  CHECK(read_duration("1h05m") == Minutes{65});
  CHECK(read_duration("1H30M") == Minutes{90});
  CHECK(read_duration("0h30m") == Minutes{30});
  CHECK(read_duration("1.5h") == Minutes{90});
  CHECK(read_duration("0.25h") == Minutes{15});
  CHECK(read_duration("0.05h") == Minutes{3});
  CHECK(read_duration("1.500000000000000000000h") == Minutes{90});
  CHECK(read_duration("2.0h") == Minutes{120});
  CHECK(read_duration("1:30") == Minutes{90});
  CHECK(read_duration("0:05") == Minutes{5});
  CHECK(read_duration("1000000m") == Minutes{1'000'000});
}

TEST_CASE("a number without a unit is refused with what to type", "[calendar]") {
  CHECK(refusal("90").message == "\"90\" has no unit");
  CHECK(refusal("90").hint == "write 90m or 1h30m");
  CHECK(refusal("2").hint == "write 2m or 2h");
  CHECK(refusal("1.5").message == "\"1.5\" has no unit");
  CHECK(refusal("1.5").hint == "write 1.5h");
  CHECK(refusal("99999999999999999999").message == "\"99999999999999999999\" has no unit");
}

TEST_CASE("a duration that can't be meant says why", "[calendar]") {
  CHECK(refusal("1h90m").message == "\"1h90m\" has more than 59 minutes after the hours");
  CHECK(refusal("1h90m").hint == "write 2h30m");
  CHECK(refusal("1:60").hint == "write 2h");
  CHECK(refusal("-50m").message == "\"-50m\" is negative");
  CHECK(refusal("0m").message == "\"0m\" is zero");
  CHECK(refusal("0:00").message == "\"0:00\" is zero");
  CHECK(refusal("0.0h").message == "\"0.0h\" is zero");
  CHECK(refusal("1.33h").message == "\"1.33h\" is not a whole number of minutes");
  CHECK(refusal("0.125h").message == "\"0.125h\" is not a whole number of minutes");
  CHECK(refusal("0.001h").message == "\"0.001h\" is not a whole number of minutes");
  CHECK(refusal("1000001m").message == "\"1000001m\" is more than 1000000 minutes");
  CHECK(refusal("99999999999999999999h").message ==
        "\"99999999999999999999h\" is more than 1000000 minutes");
  CHECK(refusal("99999999999999999999h99999999999999999999m").message ==
        "\"99999999999999999999h99999999999999999999m\" has more than 59 minutes after the hours");
}

TEST_CASE("any other text is not a duration", "[calendar]") {
  for (const char* text :
       {"",        " ",     "h",      "m",     "1x",    "50 m", " 50m", "50m ",  "50mm", "1h5",
        "1h30mx",  "30m1h", "1:3",    "1:300", "1:30h", ":30",  "1:",   "1.5m",  ".5h",  "1.h",
        "1.5h30m", "1,5h",  "1.5.5h", "1e3m",  "+50m",  "inf",  "nan",  "0x10m", "fifty"}) {
    INFO(text);
    CHECK(refusal(text).message == '"' + std::string{text} + "\" is not a duration");
    CHECK(refusal(text).hint == "write it like 50m, 1h30m, 1.5h or 1:30");
  }
}

TEST_CASE("durations are written short", "[calendar]") {
  CHECK(format_duration(Minutes{0}) == "0m");
  CHECK(format_duration(Minutes{59}) == "59m");
  CHECK(format_duration(Minutes{60}) == "1h");
  CHECK(format_duration(Minutes{61}) == "1h1m");
  CHECK(format_duration(Minutes{10'080}) == "168h");
  CHECK(format_duration(Minutes{-90}) == "-1h30m");
}

TEST_CASE("a duration reads back from its text", "[calendar]") {
  REQUIRE(rc::check("read_duration(format_duration(m)) is m", [] {
    const Minutes minutes{*rc::gen::inRange(1, 1'000'001)};
    RC_ASSERT(read_duration(format_duration(minutes)) == minutes);
  }));
}

TEST_CASE("clock times are read as people write them", "[calendar]") {
  const auto read = [](const char* text) {
    const auto time = read_clock_time(text);
    return time ? time->text() : "none";
  };
  CHECK(read("19:00") == "19:00");
  CHECK(read(" 9pm ") == "21:00");
  CHECK(read("7:30 pm") == "19:30");
  CHECK(read("7:30AM") == "07:30");
  CHECK(read("12am") == "00:00");
  CHECK(read("12:05 pm") == "12:05");
  for (const char* text : {"0am", "13pm", "0:30pm", "7:60pm", "pm", "9p", "9 o'clock", "24:00"}) {
    INFO(text);
    CHECK(read(text) == std::string("none"));
  }
}

TEST_CASE("times of day run from 00:00 to 23:59", "[calendar]") {
  CHECK(TimeOfDay::parse("00:00").value().since_midnight() == Minutes{0});
  CHECK(TimeOfDay::parse("9:05").value().since_midnight() == Minutes{545});
  CHECK(TimeOfDay::parse("09:05").value().text() == "09:05");
  CHECK(TimeOfDay::parse("23:59").value().text() == "23:59");
  for (const char* text : {"", "24:00", "23:60", "9", "9:5", "009:05", ":05", "09:", "09:05 ",
                           " 09:05", "-9:05", "09-05", "09:05:00"}) {
    INFO(text);
    CHECK_FALSE(TimeOfDay::parse(text));
  }
  CHECK_THROWS_AS(TimeOfDay{Minutes{-1}}, Error);
  CHECK_THROWS_AS(TimeOfDay{Minutes{1440}}, Error);
  CHECK(TimeOfDay{Minutes{1439}}.text() == "23:59");
}

}  // namespace
}  // namespace gradus::calendar::duration_test
