#include "gradus/journal/stopwatch.hpp"

namespace gradus::journal {

using calendar::Moment;

Stopwatch::Stopwatch(const Moment& started) : Stopwatch(started, Minutes{0}, started, false) {}

Stopwatch::Stopwatch(const Moment& started, Minutes counted, const Moment& since, bool paused)
    : started_(started), counted_(counted), since_(since), paused_(paused) {}

std::optional<Stopwatch> Stopwatch::of(const Moment& started, Minutes counted, const Moment& since,
                                       bool paused) {
  if (counted < Minutes{0} || counted > since - started) return std::nullopt;
  return Stopwatch(started, counted, since, paused);
}

std::optional<Stopwatch> Stopwatch::paused_at(const Moment& started, Minutes counted,
                                              const Moment& since) {
  return of(started, counted, since, true);
}

std::optional<Stopwatch> Stopwatch::resumed_at(const Moment& started, Minutes counted,
                                               const Moment& since) {
  return of(started, counted, since, false);
}

Minutes Stopwatch::counted(const Moment& now) const {
  return paused_ ? counted_ : counted_ + (now - since_);
}

std::optional<Stopwatch> Stopwatch::pause(const Moment& now) const {
  if (paused_ || now - since_ < Minutes{0}) return std::nullopt;
  return Stopwatch(started_, counted(now), now, true);
}

std::optional<Stopwatch> Stopwatch::resume(const Moment& now) const {
  if (!paused_ || now - since_ < Minutes{0}) return std::nullopt;
  return Stopwatch(started_, counted_, now, false);
}

}  // namespace gradus::journal
