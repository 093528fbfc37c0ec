#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gradus::calendar {

// A wall-clock time on a local day, with the offset from UTC that held there: what the learner's
// clock showed. A later change of zone changes none of it.
struct Moment {
  Date on;
  TimeOfDay time;
  Minutes offset;  // east of UTC, -18:00 to +18:00

  // Reads "2026-12-01T19:00+01:00"; "Z" is +00:00. Whole seconds may stand after the minutes and
  // are not kept; a fraction of a second is refused.
  [[nodiscard]] static std::optional<Moment> parse(std::string_view iso);
  [[nodiscard]] std::string iso() const;

  [[nodiscard]] friend bool operator==(const Moment&, const Moment&) = default;
};

// The time that passed from `earlier` to `later`, also where the clocks changed in between;
// negative when `later` is not later.
[[nodiscard]] Minutes operator-(const Moment& later, const Moment& earlier);

// What a place's clocks say of a local time.
struct LocalOffset {
  Minutes east;          // of UTC; of a time that comes twice, at the first
  bool skipped = false;  // no clock shows this time: `east` is that of just before
};

}  // namespace gradus::calendar
