#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/record.hpp"

#include <optional>
#include <string>

namespace gradus::track {

// The running timer as it is now; nullopt if none is running.
[[nodiscard]] std::optional<journal::RunningTimer> running_timer(const store::Store& store,
                                                                 const calendar::Moment& now);
// Throws rules::Error when none is running, or one for another track than `named`.
[[nodiscard]] journal::RunningTimer require_timer(const store::Store& store,
                                                  const calendar::Moment& now,
                                                  const std::optional<std::string>& named);
// Also throws when a different timer is running by now.
[[nodiscard]] journal::RunningTimer require_this_timer(const journal::Timer& timer,
                                                       const store::Store& store,
                                                       const calendar::Moment& now,
                                                       const std::optional<std::string>& named);

// What was given when a timer was stopped; the rest comes from the timer.
struct StoppedTimer {
  journal::EntryId id;
  calendar::Minutes length;
  calendar::Date began;                // the study day of its start
  std::optional<calendar::Date> on{};  // another day: then it has no clock time
  std::optional<std::string> week{};
  std::string note{};
};
[[nodiscard]] NewEntry entry_of(const journal::Timer& timer, const StoppedTimer& stopped);

}  // namespace gradus::track
