#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/timer/running.hpp"

namespace gradus::cli {
namespace {

struct CancelTimer {};

ExitCode run(const CancelTimer&, Session& session) {
  const auto running =
      track::require_timer(store::Store::read(session.store), session.now(), session.track);
  return drop_timer(running.timer, session);
}

}  // namespace

void add_cancel(Command& gradus) {
  gradus.add_command<CancelTimer>("cancel", "Drop the timer and record nothing.",
                                  "  gradus cancel\n");
}

}  // namespace gradus::cli
