#pragma once

#include "gradus/journal/entry.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// Empty texts stand for options that were not given.

struct StartTimer {
  std::optional<journal::SessionKind> kind;  // none: that of today's first block
  std::string topic;
  std::string week;
  std::string note;
  bool pomodoro = false;
};
ExitCode run(const StartTimer& request, Session& session);

struct StopTimer {
  Recording recording;  // but for its `at`
  std::string at;       // when it ended by the clock; now, without it and `after`
  std::string after;    // how long it really was
};
ExitCode run(const StopTimer& request, Session& session);

struct CancelTimer {};
ExitCode run(const CancelTimer& request, Session& session);
// Only if that one still runs. Throws rules::Error.
ExitCode drop_timer(const journal::Timer& timer, const Session& session);

}  // namespace gradus::cli
