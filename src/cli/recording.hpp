#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"

#include "cli/session.hpp"
#include "cli/track.hpp"

#include <optional>
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

// An entry of the open track: on the day and for the week that were asked for, else today and the
// current week. Throws Error for a day in the future or a week the curriculum has not.
[[nodiscard]] journal::Entry new_entry(const Recording& recording, journal::What what,
                                       const OpenTrack& open, const store::Store& store,
                                       const Session& session);

// Checks the entry, makes it durable and says what was recorded, its id and how to undo it.
ExitCode record(store::Store& store, const OpenTrack& open, const journal::Entry& entry,
                const Session& session);

}  // namespace gradus::cli
