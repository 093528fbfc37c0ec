#include "cli/plan/change.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/relay.hpp"
#include "gradus/report/plan_changes.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {
namespace {

plan::Plan lay(const PlanChange& change, const insight::Track& track, calendar::Date today) {
  auto loads = plan::arrange(track.curriculum, change.shape);
  auto dates = plan::relay(track.plan, loads, change.frame, today);
  auto warnings = plan::warnings(dates, change.frame, track.curriculum.limits);
  return plan::join(track.plan.start, std::move(loads), std::move(dates),
                    track.plan.baseline_finish, std::move(warnings));
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
  open.track.plan = change.plan ? *std::move(change.plan) : lay(change, open.track, session.today);
  open.track.breaks = change.frame.breaks;
  if (!what_if) {
    store::save_shape(store, open.id, change.shape, change.modules);
    store::save_frame(store, open.id, change.frame);
    store::save_plan(store, open.id, open.track.plan);
    store.commit(change.step);
  }
  const report::PlanChange shown{before, open.track, what_if};
  if (session.json) {
    session.answer(report::plan_change_json(shown));
    return ExitCode::done;
  }
  session.answer(report::plan_change_view(shown));
  session.say(what_if
                  ? "Only a what-if: nothing was stored."
                  : fmt::format("Changed the plan ({}). Take it back: gradus undo", change.step));
  return ExitCode::done;
}

}  // namespace gradus::cli
