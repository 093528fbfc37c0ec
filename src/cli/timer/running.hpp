#pragma once

#include "gradus/track/timer.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

namespace gradus::cli {

// What ends a timer that was seen running. Both throw rules::Error when it no longer runs.

// Makes the timer an entry of this length and says so, in one transaction. What `recording` leaves
// open is taken from the timer.
ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session);

// Removes it and records nothing.
ExitCode drop_timer(const journal::Timer& timer, const Session& session);

}  // namespace gradus::cli
