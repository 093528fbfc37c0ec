#include "cli/timer/running.hpp"

#include "gradus/rules/gate.hpp"
#include "gradus/store/timer.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {
namespace {

// Nothing typed is dropped: what was said at the start stands before what is said at the end.
std::string joined(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fmt::format("{}; {}", first, second);
}

}  // namespace

std::optional<journal::RunningTimer> running_timer(const store::Store& store,
                                                   const Session& session) {
  auto timer = store::load_timer(store);
  if (!timer) return std::nullopt;
  const auto ran = session.now() - timer->started;
  return journal::RunningTimer{*std::move(timer), ran};
}

journal::RunningTimer require_timer(const store::Store& store, const Session& session) {
  auto running = running_timer(store, session);
  if (!running)
    throw rules::Error("no timer runs; nothing was changed",
                       "start one with gradus start, or record without: gradus log 50m read");
  const auto& track = running->timer.track;
  if (session.track && *session.track != track)
    throw rules::Error(
        fmt::format("the timer that runs is of the track {}; nothing was changed", track),
        fmt::format("name that track: --track {}", track));
  return *std::move(running);
}

journal::RunningTimer require_this_timer(const journal::Timer& timer, const store::Store& store,
                                         const Session& session) {
  auto running = require_timer(store, session);
  if (running.timer == timer) return running;
  throw rules::Error("another timer runs by now; nothing was changed", "see it with gradus today");
}

ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length, Recording recording,
                      Session session) {
  auto store = store::Store::write(session.store);
  (void)require_this_timer(timer, store, session);
  session.track = timer.track;
  const OpenTrack open = open_track(store, session);
  if (recording.on.empty()) recording.on = timer.started.on.iso();
  if (recording.week.empty() && timer.week) recording.week = timer.week->text();
  recording.note = joined(timer.note, recording.note);
  const journal::Session what{.minutes = length, .kind = timer.kind, .topic = timer.topic};
  auto entry = new_entry(recording, what, open, store, session);
  if (entry.on == timer.started.on) entry.at = timer.started;
  store::remove_timer(store);
  return record(store, open, entry, session);
}

}  // namespace gradus::cli
