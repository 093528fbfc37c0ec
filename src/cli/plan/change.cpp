#include "cli/plan/change.hpp"

#include "cli/commit.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {

void add_what_if(Command& command, bool& what_if) {
  command.add_flag("--what-if", what_if, "Show what would change, and store nothing");
}

store::Store open_for_change(const Session& session, bool what_if) {
  return what_if ? store::Store::read(session.store) : store::Store::write(session.store);
}

ExitCode apply_change(PlanStep step, const track::LoadedTrack& track, store::Store& store,
                      const Session& session) {
  const auto changed = track::change_plan(track, std::move(step.request), store, session.today);
  if (!step.what_if && !changed.same) {
    track::save(store, changed, session.world.clock());
    commit(store, step.name, session);
  }
  const insight::PlanChange shown{.before = track.plan,
                                  .frame_before = track.frame,
                                  .after = changed.after,
                                  .frame = changed.after.frame,
                                  .values = changed.values,
                                  .what_if = step.what_if,
                                  .shows_week = step.shows_week};
  session.show(shown);
  if (changed.same)
    session.say("Nothing to change: the plan is already like that.");
  else if (step.what_if)
    session.say("Only a what-if: nothing was stored.");
  else
    session.say(last_line(fmt::format("Changed the plan ({})", step.name), track.name, store));
  return ExitCode::done;
}

}  // namespace gradus::cli
