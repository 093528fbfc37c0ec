#include "cli/timer/running.hpp"

#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
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
  track::StoppedTimer stopped{
      .id = journal::EntryId::from_random(session.world.random_bytes()),
      .length = length,
      .began = calendar::study_day(timer.watch.started(), session.day_start),
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

std::string clock_text(const calendar::Moment& moment, const Session& session) {
  const auto now = session.now();
  const auto here = calendar::at_offset(moment, now.offset);
  return here.time.text() + (here.on == now.on ? "" : " on " + here.on.iso());
}

std::string_view last_change(const journal::Stopwatch& watch) {
  if (watch.paused()) return "paused";
  return watch == journal::Stopwatch(watch.started()) ? "started" : "resumed";
}

ExitCode change_watch(store::Store& store, journal::Timer timer,
                      const std::optional<journal::Stopwatch>& changed, const WatchChange& change,
                      const Session& session) {
  if (!changed)
    throw rules::Error(
        fmt::format("the clock shows a time before {}, when the timer was {}; "
                    "nothing was changed",
                    clock_text(timer.watch.since(), session), last_change(timer.watch)),
        "is the clock right? To drop the timer: gradus cancel");
  timer.watch = *changed;
  store::remove_timer(store);
  store::save_timer(store, timer);
  commit(store, fmt::format("{} {}", change.step, report::describe(timer)), session);
  const auto now = journal::timer_at(timer, session.now());
  if (session.json)
    session.answer(report::timer_json(now));
  else
    session.say(last_line(change.said(now), timer.track, store));
  return ExitCode::done;
}

}  // namespace gradus::cli
