#include "gradus/track/today.hpp"

#include "gradus/track/timer.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

namespace gradus::cli {

ExitCode show_today(Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  session.show(
      track::read_today(store, track, session.today, track::running_timer(store, session.now())),
      track);
  return ExitCode::done;
}

namespace {

struct ShowToday {};

ExitCode run(const ShowToday&, Session& session) {
  return show_today(session);
}

}  // namespace

void add_today(Command& gradus) {
  gradus.add_command<ShowToday>("today", "Show what to do today, in one screen.",
                                "  gradus today\n  gradus --today 2026-12-01 today\n");
}

}  // namespace gradus::cli
