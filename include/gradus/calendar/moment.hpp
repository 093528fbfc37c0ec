#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// A wall-clock time on a local day, with the UTC offset in force then: what the learner's clock
// showed. A later change of time zone doesn't affect it.
struct Moment {
  Date on;
  TimeOfDay time;
  Minutes offset;  // east of UTC, -18:00 to +18:00

  // Reads "2026-12-01T19:00+01:00"; "Z" is +00:00. Whole seconds are accepted and dropped; a
  // fraction of a second is refused.
  [[nodiscard]] static std::optional<Moment> parse(std::string_view iso);
  [[nodiscard]] std::string iso() const;

  [[nodiscard]] friend bool operator==(const Moment&, const Moment&) = default;
};

// The time elapsed from `earlier` to `later`, correct across clock changes; negative when `later`
// is in fact earlier.
[[nodiscard]] Minutes operator-(const Moment& later, const Moment& earlier);

// The same time, as clocks at another offset show it. Throws Error outside the calendar.
[[nodiscard]] Moment at_offset(const Moment& moment, Minutes offset);

// The day that study at that time belongs to: where a learner's days begin at 04:00, until then
// that of the evening before. The calendar's first day stays.
[[nodiscard]] Date study_day(Date on, TimeOfDay time, TimeOfDay day_start);
[[nodiscard]] inline Date study_day(const Moment& moment, TimeOfDay day_start) {
  return study_day(moment.on, moment.time, day_start);
}
// The calendar's day on which the clock shows that time within a study day. Its last day stays.
[[nodiscard]] Date clock_day(Date study_day, TimeOfDay time, TimeOfDay day_start);

// No learner's days begin later.
inline constexpr Minutes latest_day_start{std::chrono::hours{12}};

// How a place's clocks treat a local time.
struct LocalOffset {
  Minutes east;          // of UTC; for a time that occurs twice, that of the first
  bool skipped = false;  // no clock shows this time: `east` is the offset just before
};

// The offset of local clocks, east of UTC, at a local time, as LocalOffset has it.
using OffsetOf = std::function<Minutes(Date, TimeOfDay)>;

}  // namespace gradus::calendar
