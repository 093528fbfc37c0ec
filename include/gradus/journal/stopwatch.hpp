#pragma once

#include "gradus/calendar/moment.hpp"

#include <optional>

namespace gradus::journal {

using calendar::Minutes;

// Counts the time from a start, but for its pauses. Moments are compared as instants, so it may be
// carried across time zones.
class Stopwatch {
 public:
  explicit Stopwatch(const calendar::Moment& started);
  // One that has counted so much by the time at which it was last paused or resumed. nullopt for
  // what none can show: less than nothing, or more than the time since its start.
  [[nodiscard]] static std::optional<Stopwatch> paused_at(const calendar::Moment& started,
                                                          Minutes counted,
                                                          const calendar::Moment& since);
  [[nodiscard]] static std::optional<Stopwatch> resumed_at(const calendar::Moment& started,
                                                           Minutes counted,
                                                           const calendar::Moment& since);

  [[nodiscard]] const calendar::Moment& started() const { return started_; }
  [[nodiscard]] bool paused() const { return paused_; }
  // When it was paused, or resumed; before the first pause, when it was started.
  [[nodiscard]] const calendar::Moment& since() const { return since_; }
  // What it had counted then.
  [[nodiscard]] Minutes counted() const { return counted_; }
  // What it shows; negative where `now` is before the start.
  [[nodiscard]] Minutes counted(const calendar::Moment& now) const;

  // nullopt where it is paused, or runs, already, and where `now` is before `since`.
  [[nodiscard]] std::optional<Stopwatch> pause(const calendar::Moment& now) const;
  [[nodiscard]] std::optional<Stopwatch> resume(const calendar::Moment& now) const;

  [[nodiscard]] friend bool operator==(const Stopwatch&, const Stopwatch&) = default;

 private:
  Stopwatch(const calendar::Moment& started, Minutes counted, const calendar::Moment& since,
            bool paused);
  [[nodiscard]] static std::optional<Stopwatch> of(const calendar::Moment& started, Minutes counted,
                                                   const calendar::Moment& since, bool paused);

  calendar::Moment started_;
  Minutes counted_;
  calendar::Moment since_;
  bool paused_;
};

}  // namespace gradus::journal
