#pragma once

#include "gradus/calendar/moment.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::exchange {

// What a local clock showed at a time; its seconds are dropped. Throws calendar::Error for a day
// outside the calendar.
[[nodiscard]] calendar::Moment local_moment(std::chrono::sys_seconds time,
                                            const calendar::OffsetOf& offset_of);

// "2026-12-01T02:00:00.123+00:00": like calendar::Moment::parse, but fractions of a second are
// allowed; anything below a minute is dropped.
[[nodiscard]] std::optional<calendar::Moment> parse_moment(std::string_view text);

[[nodiscard]] std::chrono::sys_seconds to_utc(const calendar::Moment& moment);

// The moment at which the local clock shows that time, and, where it skips it, what to tell of
// that: then it is the time after the gap.
struct ClockTime {
  calendar::Moment moment;
  std::string skipped{};
};
[[nodiscard]] ClockTime clock_time(calendar::Date on, calendar::TimeOfDay time,
                                   const calendar::OffsetOf& offset_of);

}  // namespace gradus::exchange
