#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/store/store.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>

namespace gradus::cli {

// The timer as it stands now, if one runs.
[[nodiscard]] std::optional<journal::RunningTimer> running_timer(const store::Store& store,
                                                                 const Session& session);
// Throws rules::Error when none runs, or one of another track than the session was told to use.
[[nodiscard]] journal::RunningTimer require_timer(const store::Store& store,
                                                  const Session& session);
// Throws it as well when another one runs by now.
[[nodiscard]] journal::RunningTimer require_this_timer(const journal::Timer& timer,
                                                       const store::Store& store,
                                                       const Session& session);

// Makes the timer an entry of this length and says so; timer and entry change places in one
// transaction. What `recording` leaves open is as the timer has it. Throws rules::Error when this
// timer no longer runs.
ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length, Recording recording,
                      Session session);

}  // namespace gradus::cli
