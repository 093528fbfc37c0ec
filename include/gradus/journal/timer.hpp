#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string>

namespace gradus::journal {

// A running timer. It is stored when it starts, and becomes a session when it stops.
struct Timer {
  std::string track;  // the name of the track it counts for
  calendar::Moment started;
  SessionKind kind;
  std::optional<curriculum::TopicId> topic{};
  std::optional<curriculum::WeekId> week{};  // nullopt: whichever is current when it stops
  std::string note{};

  [[nodiscard]] friend bool operator==(const Timer&, const Timer&) = default;
};

struct RunningTimer {
  Timer timer;
  Minutes ran;  // up to the moment of asking
};

// A timer running longer than this has probably been forgotten.
inline constexpr Minutes forgotten_after{8 * 60};

}  // namespace gradus::journal
