#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/track/assign_week.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// An entry from outside, and what its source leaves undecided.
struct Outsider {
  journal::Entry entry;
  // False if the source says explicitly that the entry belongs to no week.
  bool wants_week = true;
  // The time, and perhaps the day, depends on the zone the program runs in.
  bool zoned = false;
  // A problem's attempts are not given: those in `entry` are counted from what is recorded of it.
  bool counts_attempts = false;
  // An artefact's title is not given: in `entry` the id stands for that of the curriculum.
  bool untitled = false;
  Way way = Way::imported;

  // Whether an existing copy of the entry decides something about this one.
  [[nodiscard]] bool leaves_open() const {
    return zoned || counts_attempts || untitled || (!entry.week && wants_week);
  }
};

// Makes it one of the track's entries: with the week and tier that it belongs to. If the entry is
// already `known`, whatever is left open stays as it was: neither a plan that moved nor another
// time zone changes an entry. Throws Error, naming the field, when it names something the
// curriculum doesn't have, or is ahead of `now` (journal::is_ahead).
[[nodiscard]] journal::Entry adopt_entry(Outsider outsider,
                                         const std::optional<journal::Entry>& known,
                                         const WeekAssigner& assigner, const LoadedTrack& track,
                                         const calendar::Moment& now);

// The same for one of the track's entries that was edited. It keeps its week, unless the edit gave
// it another, or changed what its week depends on: a problem's topic, an artefact, or the day of
// anything else.
[[nodiscard]] journal::Entry adopt_edited(journal::Entry edited, const journal::Entry& before,
                                          const store::Store& store, const LoadedTrack& track,
                                          const calendar::Moment& now);

// An entry that moves to another track.
struct Moved {
  journal::Entry entry;
  std::vector<std::string> lost;  // what the other curriculum doesn't have: "the topic joins"
};
// Makes an entry of another track one of this track's: it goes to the week that asks for it here,
// unless `week` is given. A session loses a topic that this curriculum doesn't have, an artefact
// becomes one of the learner's own. Throws Error for anything else that it doesn't have, for a
// signature, which belongs to its own curriculum's criterion, and for an entry ahead of `now`.
[[nodiscard]] Moved adopt_moved(journal::Entry entry, const std::optional<curriculum::WeekId>& week,
                                const store::Store& store, const LoadedTrack& track,
                                const calendar::Moment& now);

}  // namespace gradus::track
