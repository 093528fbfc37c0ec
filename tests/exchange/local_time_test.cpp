#include "exchange/local_time.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::exchange::local_time_test {
namespace {

using calendar::Minutes;

// Berlin in autumn 2026 and spring 2027: of the doubled hour the first, and the skipped one has the
// offset of before, as calendar::LocalOffset says.
Minutes berlin(calendar::Date on, calendar::TimeOfDay time) {
  const auto before = [&](const char* day, int hour) {
    return on < testing::day(day) ||
           (on == testing::day(day) && time < calendar::TimeOfDay{std::chrono::hours{hour}});
  };
  if (before("2026-10-25", 3)) return Minutes{120};
  return before("2027-03-28", 3) ? Minutes{60} : Minutes{120};
}

std::string local(const char* utc) {
  return local_moment(to_utc(calendar::Moment::parse(utc).value()), berlin).iso();
}

TEST_CASE("a local clock in both changes of summer time", "[exchange]") {
  CHECK(local("2026-10-24T22:30Z") == "2026-10-25T00:30+02:00");
  CHECK(local("2026-10-25T00:30Z") == "2026-10-25T02:30+02:00");
  CHECK(local("2026-10-25T01:30Z") == "2026-10-25T02:30+01:00");
  CHECK(local("2026-10-25T02:30Z") == "2026-10-25T03:30+01:00");
  CHECK(local("2026-12-31T23:30Z") == "2027-01-01T00:30+01:00");
  CHECK(local("2027-03-28T00:59Z") == "2027-03-28T01:59+01:00");
  CHECK(local("2027-03-28T01:00Z") == "2027-03-28T03:00+02:00");
  CHECK(local("2027-03-28T01:15Z") == "2027-03-28T03:15+02:00");
  CHECK(local("2027-03-28T01:59Z") == "2027-03-28T03:59+02:00");
  CHECK(local("2027-03-28T02:00Z") == "2027-03-28T04:00+02:00");
}

}  // namespace
}  // namespace gradus::exchange::local_time_test
