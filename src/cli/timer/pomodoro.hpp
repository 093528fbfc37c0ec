#pragma once

#include "gradus/journal/timer.hpp"

#include "cli/session.hpp"

namespace gradus::cli {

struct PomodoroLengths {
  calendar::Minutes focus{50};
  calendar::Minutes notes{10};
};

// Counts down the focus and the notes, live on a terminal, else with a line for each.
// Then, or when Ctrl-C is pressed, records what was done; under a minute, the timer is dropped. It
// runs in the store meanwhile: killing the program loses nothing.
ExitCode run_pomodoro(const journal::Timer& timer, const PomodoroLengths& lengths,
                      Session& session);

}  // namespace gradus::cli
