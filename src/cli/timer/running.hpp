#pragma once

#include "gradus/store/store.hpp"
#include "gradus/track/timer.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace gradus::cli {

// What ends or changes a timer. The two that end one throw rules::Error when it is not the one that
// was seen.

// Makes the timer an entry of this length and says so, in one transaction. What `recording` leaves
// open is taken from the timer.
ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session);

// Removes it and records nothing.
ExitCode drop_timer(const journal::Timer& timer, const Session& session);

// "19:02", as the clock here and now shows it: the learner may have travelled. With its day, where
// that is another than today.
[[nodiscard]] std::string clock_text(const calendar::Moment& moment, const Session& session);

// What was done at the stopwatch's `since`: "started", "paused" or "resumed".
[[nodiscard]] std::string_view last_change(const journal::Stopwatch& watch);

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
