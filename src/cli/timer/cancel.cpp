#include "gradus/report/timer.hpp"
#include "gradus/store/timer.hpp"

#include "cli/commit.hpp"
#include "cli/timer/requests.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {

namespace {

ExitCode drop(const journal::RunningTimer& running, store::Store& store, const Session& session) {
  store::remove_timer(store);
  commit(store, fmt::format("cancel {}", report::describe(running.timer)), session);
  if (session.json)
    session.answer(report::timer_json(running));
  else
    session.say(fmt::format("Dropped {}; nothing was recorded. Take it back: gradus undo",
                            report::describe(running)));
  return ExitCode::done;
}

}  // namespace

ExitCode run(const CancelTimer&, Session& session) {
  auto store = store::Store::write(session.store);
  return drop(track::require_timer(store, session.now(), session.track), store, session);
}

ExitCode drop_timer(const journal::Timer& timer, const Session& session) {
  auto store = store::Store::write(session.store);
  return drop(track::require_this_timer(timer, store, session.now(), session.track), store,
              session);
}

}  // namespace gradus::cli
