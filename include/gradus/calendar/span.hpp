#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include <string_view>

namespace gradus::calendar {

// A stretch of clock time shorter than 24 hours; it belongs to the day it begins on.
struct Span {
  Date on;
  TimeOfDay from;
  TimeOfDay to;
  bool day_given = true;  // false: it was two clock times alone

  [[nodiscard]] bool over_midnight() const { return to < from; }
  // The day on which it ends. Throws Error after 9999-12-31.
  [[nodiscard]] Date last_day() const;
};

// Whether the text is meant as a span: a dash after a colon, an am or a pm, which no duration or
// date has.
[[nodiscard]] bool is_span(std::string_view text);

// Reads "19:00-20:30" (today), "2026-12-01 19:00-20:30" or "yesterday 23:30-00:40": an optional day
// as in read_date, then two clock times as in read_clock_time. Throws Error, showing how the text
// was read: also for more than 12 hours over midnight, which is the two times the wrong way round.
[[nodiscard]] Span read_span(std::string_view text, Date today);

}  // namespace gradus::calendar
