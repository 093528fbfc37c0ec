#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/calendar/span.hpp"

#include "fuzz/accepted.hpp"
#include "fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace gradus::calendar;
using gradus::testing::accepted;
using gradus::testing::expect;

void check_duration(std::string_view words) {
  const auto minutes = accepted([&] { return read_duration(words); });
  if (!minutes) return;
  expect(read_duration(format_duration(*minutes)) == *minutes, "a duration is read back");
}

void check_date(std::string_view words) {
  // Both ends of the calendar: "yesterday" and weekdays may fall out of it.
  for (const Date today : {Date::first(), Date::last()}) {
    const auto date = accepted([&] { return read_date(words, today); });
    if (date) expect(Date::parse(date->iso()) == *date, "a date is read back");
    const auto ahead = accepted([&] { return read_date_ahead(words, today); });
    if (ahead) expect(Date::parse(ahead->iso()) == *ahead, "a date ahead is read back");
  }
}

void check_clock_time(std::string_view words) {
  const auto time = accepted([&] { return read_clock_time(words); });
  if (!time || !*time) return;
  expect(read_clock_time((*time)->text()) == **time, "a clock time is read back");
}

void check_span(std::string_view words) {
  for (const Date today : {Date::first(), Date::last()}) {
    const auto span = accepted([&] { return read_span(words, today); });
    if (!span) continue;
    const auto written = span->on.iso() + ' ' + span->from.text() + '-' + span->to.text();
    const auto again = read_span(written, today);
    expect(again.on == span->on && again.from == span->from && again.to == span->to,
           "a stretch of time is read back");
  }
}

void check_availability(std::string_view words) {
  const auto available = accepted([&] { return Availability::parse(words); });
  if (!available) return;
  expect(Availability::parse(available->spec()) == *available, "an availability is read back");
  const auto change = AvailabilityChange::parse(words);
  const auto usual = Availability::parse("mon=1h,wed=2h,sat=3h@09:00:lab");
  expect(AvailabilityChange::parse(change.spec()).applied_to(usual) == change.applied_to(usual),
         "a change of availability is read back");
}

void check_moment(std::string_view words) {
  const auto moment = accepted([&] { return Moment::parse(words); });
  if (!moment || !*moment) return;
  expect(Moment::parse((*moment)->iso()) == **moment, "a moment is read back");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view words{reinterpret_cast<const char*>(data), size};
  check_duration(words);
  check_date(words);
  check_clock_time(words);
  check_span(words);
  check_availability(words);
  check_moment(words);
  return 0;
}
