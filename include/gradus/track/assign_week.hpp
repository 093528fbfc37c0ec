#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/track/track.hpp"

#include <optional>

namespace gradus::track {

// An entry from outside, and what its source leaves undecided.
struct Outsider {
  journal::Entry entry;
  // False if the source says explicitly that the entry belongs to no week.
  bool wants_week = true;
  // The time, and perhaps the day, depends on the zone the program runs in.
  bool zoned = false;

  // Whether an existing copy of the entry decides something about this one.
  [[nodiscard]] bool leaves_open() const { return zoned || (!entry.week && wants_week); }
};

// Makes it one of the track's entries: with its week, taken from the plan by its day, and its tier,
// taken from the week. If the entry is already `known`, whatever is left open stays as it was:
// neither a plan that moved nor another time zone changes an entry. Throws Error, naming the field,
// when it names something the curriculum doesn't have, or is in the future.
[[nodiscard]] journal::Entry assign_week(Outsider outsider,
                                         const std::optional<journal::Entry>& known,
                                         const LoadedTrack& track, calendar::Date today);

}  // namespace gradus::track
