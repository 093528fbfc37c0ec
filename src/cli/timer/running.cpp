#include "cli/timer/running.hpp"

#include "gradus/store/timer.hpp"

#include "cli/option_values.hpp"

namespace gradus::cli {

ExitCode record_timer(const journal::Timer& timer, calendar::Minutes length,
                      const Recording& recording, Session session) {
  auto store = store::Store::write(session.store);
  (void)track::require_this_timer(timer, store, session.now(), session.track);
  session.track = timer.track;
  const auto track = track::load(store, session.track);
  track::StoppedTimer stopped{.id = journal::EntryId::from_random(session.world.random_bytes()),
                              .length = length,
                              .week = given(recording.week),
                              .note = recording.note};
  if (!recording.on.empty()) stopped.on = read_day(recording.on, session);
  store::remove_timer(store);
  return record(store, track, track::entry_of(timer, stopped), session);
}

}  // namespace gradus::cli
