#pragma once

#include "gradus/store/store.hpp"
#include "gradus/track/timer.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// What ends or changes a timer. The two that end one throw rules::Error when it is not the one that
// was seen.

// Makes the timer an entry of this length and says so, in one transaction. What `recording` leaves
// open is taken from the timer.
ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session);

// Removes it and records nothing.
ExitCode drop_timer(const journal::Timer& timer, const Session& session);

// How a step that pauses or resumes the timer is called, and what it says.
struct WatchChange {
  std::string step;
  std::string (*said)(const journal::RunningTimer& now);
};
// Gives the store's timer, which is `timer`, this watch. Throws rules::Error where the watch could
// not be changed, since the clock shows a time before its last change.
ExitCode change_watch(store::Store& store, journal::Timer timer,
                      const std::optional<journal::Stopwatch>& changed, const WatchChange& change,
                      const Session& session);

}  // namespace gradus::cli
