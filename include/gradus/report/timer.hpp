#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/report/writers.hpp"

#include <chrono>
#include <string>

namespace gradus::report {

// "lab on joins".
[[nodiscard]] std::string describe(const journal::Timer& timer);
// "lab on joins since 19:02 (35m)", or "lab on joins, paused since 19:37, 35m so far"; with the
// day, once midnight is past.
[[nodiscard]] std::string describe(const journal::RunningTimer& running);

// {"track", "kind", "topic", "week", "note", "started", "minutes", "paused_at", "paused_minutes"}
[[nodiscard]] std::string timer_json(const journal::RunningTimer& running);

// "Focus  ████░░░░░░  32:10": one line without its end, no wider than the style's terminal.
[[nodiscard]] std::string countdown_line(const std::string& label, std::chrono::seconds left,
                                         std::chrono::seconds total, const TextStyle& style);

}  // namespace gradus::report
