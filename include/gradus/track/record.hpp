#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/entry_warnings.hpp"
#include "gradus/track/track.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace gradus::track {

// Something to be recorded.
struct NewEntry {
  journal::EntryId id;
  calendar::Date on;
  std::optional<calendar::Moment> at{};
  // A week of the curriculum by its id, or of the plan by its number; nullopt: the current one.
  std::optional<std::string> week{};
  // A signature's: a tier's id, or "finish". It belongs there, whatever week is being studied.
  std::optional<std::string> gate{};
  std::string note{};
  journal::What what;
};

// How the plan week that an entry's time went to is now; the last, where it filled one up.
struct FilledWeek {
  curriculum::WeekId id;
  int number;     // in the plan
  bool only_one;  // no other plan week carries it: it is neither repeated nor stretched
  plan::WeekProgress progress;
};

// A criterion of the gate at hand that an entry moved: of several one that now passes, else the
// first.
struct MovedCriterion {
  rules::CriterionResult now;
  std::size_t others;  // moved as well
};

// What became of a new entry.
struct Recorded {
  journal::Entry entry;
  std::string short_id;
  std::optional<FilledWeek> week;  // a session's
  std::optional<MovedCriterion> moved;
  bool locked;  // its tier is: the entry counts once that opens
  EntryWarnings warnings;
};

// Makes it an entry of the track, with its week and tier, and adds it to the store, which the
// caller commits. Throws journal::Error for what no day of study holds, curriculum::Error for a
// week that is none. `clock`: the real one, which the entry is stamped with.
[[nodiscard]] Recorded record(store::Store& store, const LoadedTrack& track, const NewEntry& wanted,
                              calendar::Date today, calendar::Instant clock,
                              const Warnings& warnings = {});

}  // namespace gradus::track
