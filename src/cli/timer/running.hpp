#pragma once

#include "gradus/track/timer.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

namespace gradus::cli {

// Makes the timer an entry of this length and says so; timer and entry change places in one
// transaction. What `recording` leaves open is as the timer has it. Throws rules::Error when this
// timer no longer runs.
ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session);

}  // namespace gradus::cli
