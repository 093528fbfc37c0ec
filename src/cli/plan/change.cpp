#include "cli/plan/change.hpp"

#include "gradus/plan/draft.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/commit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace gradus::cli {
namespace {

bool same_week(const plan::PlanWeek& a, const plan::PlanWeek& b) {
  return a.load == b.load && a.dates == b.dates;
}

bool same_break(const plan::Break& a, const plan::Break& b) {
  return a.from == b.from && a.to == b.to && a.note == b.note;
}

// Whether the track is already what the change wants; `plan` is the changed one.
bool changes_nothing(const PlanChange& change, const plan::Plan& plan, const OpenTrack& open) {
  const auto& [weeks, repeats, trimmed, modules] = open.shape;
  return change.shape.weeks == weeks && change.shape.repeats == repeats &&
         change.shape.trimmed == trimmed &&
         std::ranges::equal(change.shape.modules, modules, {}, &curriculum::Module::id,
                            &curriculum::Module::id) &&
         change.frame.available == open.frame.available && change.frame.fit == open.frame.fit &&
         std::ranges::equal(change.frame.breaks, open.frame.breaks, same_break) &&
         std::ranges::equal(plan.weeks, open.track.plan.weeks, same_week);
}

}  // namespace

store::Store open_for_change(const Session& session, bool what_if) {
  return what_if ? store::Store::read(session.store) : store::Store::write(session.store);
}

PlanChange change_of(const OpenTrack& open, std::string step) {
  return {std::move(step), open.shape, open.frame, open.modules, std::nullopt};
}

ExitCode apply_change(PlanChange change, store::Store& store, OpenTrack open, bool what_if,
                      const Session& session) {
  const plan::Plan before = open.track.plan;
  plan::Plan after = change.plan ? *std::move(change.plan)
                                 : plan::changed_plan(before, open.track.curriculum, change.shape,
                                                      change.frame, session.today);
  const bool nothing = changes_nothing(change, after, open);
  open.track.plan = std::move(after);
  open.track.breaks = change.frame.breaks;
  warn_of_other_tracks(open.track.plan, open.track.name, change.frame.available, store,
                       session.today);
  if (!what_if && !nothing) {
    store::save_shape(store, open.id, change.shape, change.modules);
    store::save_frame(store, open.id, change.frame);
    store::save_plan(store, open.id, open.track.plan);
    commit(store, change.step, session);
  }
  const report::PlanChange shown{
      before, open.track,
      insight::plan_values(open.track, read_record(store, open.id, session.today), session.today),
      what_if};
  if (session.json) {
    session.answer(report::plan_change_json(shown));
    return ExitCode::done;
  }
  session.answer(report::plan_change_view(shown));
  if (nothing)
    session.say("The plan is like that already: nothing was changed.");
  else if (what_if)
    session.say("Only a what-if: nothing was stored.");
  else
    session.say(fmt::format("Changed the plan ({}). Take it back: gradus undo", change.step));
  return ExitCode::done;
}

}  // namespace gradus::cli
