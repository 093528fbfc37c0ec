#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/track/track.hpp"

#include <optional>

namespace gradus::track {

// An entry from outside, and what its source leaves open.
struct Outsider {
  journal::Entry entry;
  // False where the source says on purpose that the entry belongs to no week.
  bool wants_week = true;
  // The zone that the program runs in decided on the time, and perhaps on the day.
  bool zoned = false;

  // Whether an entry that is known already decides something about this one.
  [[nodiscard]] bool leaves_open() const { return zoned || (!entry.week && wants_week); }
};

// The entry as one of the track's: with its week, from the plan by its day, and its tier, from the
// week. What is left open of an entry that is `known` already stays as it is: neither a plan that
// moved nor another time zone changes an entry. Throws Error, naming the field, when it names
// something that the curriculum has not, or lies in the future.
[[nodiscard]] journal::Entry assign_week(Outsider outsider,
                                         const std::optional<journal::Entry>& known,
                                         const LoadedTrack& track, calendar::Date today);

}  // namespace gradus::track
