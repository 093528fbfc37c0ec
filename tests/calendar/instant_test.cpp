#include "gradus/calendar/instant.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <string>

namespace gradus::calendar::instant_test {

namespace {

std::string rewritten(const std::string& text) {
  const auto instant = Instant::parse(text);
  return instant ? instant->iso() : "none";
}

}  // namespace

TEST_CASE("an instant is read and written in UTC, to the microsecond") {
  CHECK(rewritten("2026-11-29T10:15:30.123456Z") == "2026-11-29T10:15:30.123456Z");
  CHECK(rewritten("2026-11-29T10:15:30Z") == "2026-11-29T10:15:30Z");
  CHECK(rewritten("2026-11-29T10:15Z") == "2026-11-29T10:15:00Z");
  CHECK(rewritten("2026-11-29T10:15:30.5Z") == "2026-11-29T10:15:30.500000Z");
  CHECK(rewritten("2026-11-29T10:15:30.1234567Z") == "2026-11-29T10:15:30.123456Z");
  CHECK(rewritten("2026-01-01T00:15:30.25+01:00") == "2025-12-31T23:15:30.250000Z");
  CHECK(Instant{}.iso() == "1970-01-01T00:00:00Z");
}

TEST_CASE("what is no instant is not read as one") {
  for (const auto* text :
       {"", "yesterday", "2026-11-29", "2026-11-29T10:15:30", "2026-11-29T10:15:30.Z",
        "2026-11-29T10:15:60Z", "2026-02-30T10:15:30Z", "2026-11-29 10:15:30Z",
        "2026-11-29T10:15:30.12x4Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+01:00",
        "2026-11-29T10:15.5Z"}) {
    INFO(text);
    CHECK_FALSE(Instant::parse(text));
  }
}

TEST_CASE("any instant comes back from its text") {
  CHECK(rc::check("parse(iso()) is the instant", [] {
    const auto most = std::int64_t{253'402'300'799'999'999};  // the end of 9999
    const Instant instant{Instant::Microseconds{*rc::gen::inRange<std::int64_t>(0, most)}};
    RC_ASSERT(Instant::parse(instant.iso()) == instant);
  }));
}

}  // namespace gradus::calendar::instant_test
