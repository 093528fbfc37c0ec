#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string>

namespace gradus::journal {

// Study that goes on. It is stored when it begins, and becomes a session when it ends.
struct Timer {
  std::string track;  // the name of the one it counts for
  calendar::Moment started;
  SessionKind kind;
  std::optional<curriculum::TopicId> topic{};
  std::optional<curriculum::WeekId> week{};  // none: the one that is current when it ends
  std::string note{};

  [[nodiscard]] friend bool operator==(const Timer&, const Timer&) = default;
};

struct RunningTimer {
  Timer timer;
  Minutes ran;  // until somebody looked at it
};

// Who studies longer without a break has forgotten the timer.
inline constexpr Minutes forgotten_after{8 * 60};

}  // namespace gradus::journal
