#include "gradus/track/timer.hpp"

#include "gradus/rules/gate.hpp"
#include "gradus/store/timer.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::track {
namespace {

// Nothing typed is lost: the note from the start comes before the note from the end.
std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fmt::format("{}; {}", first, second);
}

}  // namespace

std::optional<journal::RunningTimer> running_timer(const store::Store& store,
                                                   const calendar::Moment& now) {
  auto timer = store::load_timer(store);
  if (!timer) return std::nullopt;
  return journal::timer_at(*std::move(timer), now);
}

journal::RunningTimer require_timer(const store::Store& store, const calendar::Moment& now,
                                    const std::optional<std::string>& named) {
  auto running = running_timer(store, now);
  if (!running)
    throw rules::Error("no timer is running; nothing was changed",
                       "start one with gradus start, or record without one: gradus log 50m read");
  const auto& track = running->timer.track;
  if (named && *named != track)
    throw rules::Error(
        fmt::format("the running timer is for the track {}; nothing was changed", track),
        fmt::format("name that track: --track {}", track));
  return *std::move(running);
}

journal::RunningTimer require_this_timer(const journal::Timer& timer, const store::Store& store,
                                         const calendar::Moment& now,
                                         const std::optional<std::string>& named) {
  auto running = require_timer(store, now, named);
  if (running.timer == timer) return running;
  throw rules::Error("the timer was changed meanwhile; nothing was recorded",
                     "see what it is now: gradus today");
}

NewEntry entry_of(const journal::Timer& timer, const StoppedTimer& stopped) {
  const auto on = stopped.on.value_or(stopped.began);
  auto week = stopped.week;
  if (!week && timer.week) week = timer.week->text();
  return {.id = stopped.id,
          .on = on,
          .at = on == stopped.began ? std::optional(timer.watch.started()) : std::nullopt,
          .week = std::move(week),
          .note = joined(timer.note, stopped.note),
          .what = journal::Session{
              .minutes = stopped.length, .kind = timer.kind, .topic = timer.topic}};
}

}  // namespace gradus::track
