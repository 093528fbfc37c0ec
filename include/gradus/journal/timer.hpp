#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/stopwatch.hpp"

#include <optional>
#include <string>
#include <utility>

namespace gradus::journal {

// A timer, running or paused. It is stored when it starts, and becomes a session when it stops.
struct Timer {
  std::string track;  // the name of the track it counts for
  Stopwatch watch;
  SessionKind kind;
  std::optional<curriculum::TopicId> topic{};
  std::optional<curriculum::WeekId> week{};  // nullopt: whichever is current when it stops
  std::string note{};

  [[nodiscard]] friend bool operator==(const Timer&, const Timer&) = default;
};

// A timer as it is at a moment.
struct RunningTimer {
  Timer timer;
  Minutes ran;     // up to the moment of asking
  Minutes paused;  // likewise; the two make up the time since its start
};

// A timer that shows more than this while it runs has probably been forgotten.
inline constexpr Minutes forgotten_after{8 * 60};

[[nodiscard]] inline RunningTimer timer_at(Timer timer, const calendar::Moment& now) {
  const auto ran = timer.watch.counted(now);
  const auto paused = now - timer.watch.started() - ran;
  return {std::move(timer), ran, paused};
}

}  // namespace gradus::journal
