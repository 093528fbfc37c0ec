#pragma once

#include "gradus/insight/module_state.hpp"
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

// Something to record.
struct NewEntry {
  journal::EntryId id;
  calendar::Date on;
  std::optional<calendar::Moment> at{};
  bool day_from_clock = false;  // `on` is not today: the clock time alone said so
  // A week of the curriculum by id, or of the plan by number; nullopt: the current one.
  std::optional<std::string> week{};
  // For a signature: a tier's id, or "finish". It belongs there, whatever week is being studied.
  std::optional<std::string> gate{};
  std::string note{};
  journal::What what;
};

// The plan week that an entry's time counts for, as it is now; the last such week if it filled one.
struct FilledWeek {
  curriculum::WeekId id;
  int number;     // in the plan
  bool only_one;  // no other plan week carries it: it is neither repeated nor stretched
  plan::WeekProgress progress;
};

// A criterion of the current gate that an entry moved: preferably one that now passes, else the
// first.
struct MovedCriterion {
  rules::CriterionResult now;
  std::size_t others;  // how many more moved
};

// The result of recording an entry.
struct Recorded {
  journal::Entry entry;
  std::string short_id;
  std::optional<FilledWeek> week;  // for a session
  std::optional<MovedCriterion> moved;
  std::optional<calendar::Date> solved_before;  // a problem: the day of its newest solution so far
  std::optional<calendar::Date> delivered_before;  // an artefact of the curriculum: likewise
  bool beyond_rows;  // a problem: its week asks for no more of its kind, so it counts at the gate
                     // alone
  bool locked;       // its tier is locked: the entry counts once that opens
  // The module whose check it is for, as it is now.
  std::optional<insight::ModuleState> module;
  EntryWarnings warnings;
};

// Makes it an entry of the track, with its week and tier, and adds it to the store, which the
// caller commits. Throws journal::Error for impossible values, curriculum::Error for an unknown
// week. `clock`: the real time, stored with the entry.
[[nodiscard]] Recorded record(store::Store& store, const LoadedTrack& track, const NewEntry& wanted,
                              calendar::Date today, calendar::Instant clock,
                              const Warnings& warnings = {});

}  // namespace gradus::track
