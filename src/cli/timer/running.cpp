#include "cli/timer/running.hpp"

#include "gradus/report/timer.hpp"
#include "gradus/store/timer.hpp"

#include "cli/commit.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session) {
  auto store = store::Store::write(session.store);
  (void)track::require_this_timer(timer, store, session.now(), session.track);
  session.track = timer.track;
  const auto track = track::load(store, session.track);
  track::StoppedTimer stopped{.id = journal::EntryId::from_random(session.world.random_bytes()),
                              .length = length,
                              .on = recording.on,
                              .week = recording.week,
                              .note = recording.note};
  store::remove_timer(store);
  return record(store, track, track::entry_of(timer, stopped), session);
}

ExitCode drop_timer(const journal::Timer& timer, const Session& session) {
  auto store = store::Store::write(session.store);
  const auto running = track::require_this_timer(timer, store, session.now(), session.track);
  store::remove_timer(store);
  commit(store, fmt::format("cancel {}", report::describe(timer)), session);
  if (session.json)
    session.answer(report::timer_json(running));
  else
    session.say(
        last_line(fmt::format("Dropped {}; nothing was recorded", report::describe(running)),
                  timer.track, store));
  return ExitCode::done;
}

}  // namespace gradus::cli
