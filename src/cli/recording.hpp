#pragma once

#include "gradus/store/store.hpp"
#include "gradus/track/record.hpp"

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// The options of every command that records something; empty ones were not given.
struct Recording {
  std::string on;
  std::string at;
  std::string week;
  std::string note;
};

// The day that was typed; none means today. Throws Error for a day in the future, and for one that
// the local calendar skips.
[[nodiscard]] calendar::Date read_day(const std::string& text, const Session& session);

// The time of day that `--at` gave, by the learner's clock. Throws Error.
[[nodiscard]] calendar::Moment read_at(const std::string& text, calendar::Date on,
                                       const Session& session);

// The moment by the learner's clock. Throws Error for a time that the clock skips.
[[nodiscard]] calendar::Moment local_moment(calendar::Date on, calendar::TimeOfDay time,
                                            const Session& session);

// An entry under an id of its own, as the options have it. Throws Error for a day in the future.
[[nodiscard]] track::NewEntry new_entry(const Recording& recording, journal::What what,
                                        const Session& session);

// Records the entry durably and says what was recorded, its id and how to undo it.
ExitCode record(store::Store& store, const track::LoadedTrack& track, const track::NewEntry& entry,
                const Session& session);

}  // namespace gradus::cli
