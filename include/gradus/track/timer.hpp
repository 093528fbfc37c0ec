#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/record.hpp"

#include <optional>
#include <string>

namespace gradus::track {

// The timer as it is now, if one runs.
[[nodiscard]] std::optional<journal::RunningTimer> running_timer(const store::Store& store,
                                                                 const calendar::Moment& now);
// Throws rules::Error when none runs, or one of another track than the `named` one.
[[nodiscard]] journal::RunningTimer require_timer(const store::Store& store,
                                                  const calendar::Moment& now,
                                                  const std::optional<std::string>& named);
// Throws it as well when another one runs by now.
[[nodiscard]] journal::RunningTimer require_this_timer(const journal::Timer& timer,
                                                       const store::Store& store,
                                                       const calendar::Moment& now,
                                                       const std::optional<std::string>& named);

// What a session is of when nothing else is said: what the plan has first for the day.
[[nodiscard]] journal::SessionKind planned_kind(const plan::Plan& plan, calendar::Date day);

// What was said when a timer was stopped; the rest is as the timer has it.
struct StoppedTimer {
  journal::EntryId id;
  calendar::Minutes length;
  std::optional<calendar::Date> on{};
  std::optional<std::string> week{};
  std::string note{};
};
[[nodiscard]] NewEntry entry_of(const journal::Timer& timer, const StoppedTimer& stopped);

}  // namespace gradus::track
