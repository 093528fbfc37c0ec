#include "gradus/calendar/duration.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct ResumeTimer {};

std::string resumed_line(const journal::RunningTimer& now) {
  return fmt::format("Resumed {} at {}, {} so far. Record it: gradus stop",
                     report::describe(now.timer), now.timer.watch.since().time.text(),
                     calendar::format_duration(now.ran));
}

ExitCode run(const ResumeTimer&, Session& session) {
  auto store = store::Store::write(session.store);
  const auto paused = track::require_timer(store, session.now(), session.track);
  const auto& watch = paused.timer.watch;
  if (!watch.paused())
    throw rules::Error(
        fmt::format("the timer is not paused: {}; nothing was changed", report::describe(paused)),
        "pause it with gradus pause, or record it with gradus stop");
  return change_watch(store, paused.timer, watch.resume(session.now()), {"resume", resumed_line},
                      session);
}

}  // namespace

void add_resume(Command& gradus) {
  gradus.add_command<ResumeTimer>("resume", "Go on with the timer that was paused.",
                                  "  gradus resume\n");
}

}  // namespace gradus::cli
