#include "gradus/calendar/duration.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct PauseTimer {};

std::string paused_line(const journal::RunningTimer& now) {
  return fmt::format("Paused {} at {}, {} so far. Go on: gradus resume",
                     report::describe(now.timer), now.timer.watch.since().time.text(),
                     calendar::format_duration(now.ran));
}

ExitCode run(const PauseTimer&, Session& session) {
  auto store = store::Store::write(session.store);
  const auto running = track::require_timer(store, session.now(), session.track);
  const auto& watch = running.timer.watch;
  if (watch.paused())
    throw rules::Error(fmt::format("the timer is paused already: {}; nothing was changed",
                                   report::describe(running)),
                       "go on with gradus resume, or record it with gradus stop");
  return change_watch(store, running.timer, watch.pause(session.now()), {"pause", paused_line},
                      session);
}

}  // namespace

void add_pause(Command& gradus) {
  gradus.add_command<PauseTimer>("pause", "Pause the timer: the time until you resume won't count.",
                                 "  gradus pause\n");
}

}  // namespace gradus::cli
