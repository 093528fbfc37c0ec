#include "gradus/insight/today.hpp"

#include "gradus/track/change_plan.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/timer.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

namespace gradus::cli {

ExitCode show_today(Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto record = track::read_record(store, track.id, session.today);
  const auto gate = track::check_gate_at_hand(store, track, session.today);
  auto today = insight::today(track, record, gate, session.today,
                              track::running_timer(store, session.now()));
  if (today.gate_shut && !today.gate_planned)
    today.gate_moves_finish = track::unplanned_gate(track, store, session.today);
  session.show(today, track);
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
