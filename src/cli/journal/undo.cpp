#include "gradus/report/history.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/history.hpp"

#include "cli/journal/requests.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

ExitCode list(const Session& session) {
  std::vector<report::ListedStep> listed;
  for (auto& step : store::steps(store::Store::read(session.store)))
    listed.push_back({std::move(step.name), step.at, step.undone});
  if (session.json)
    session.answer(report::history_json(listed));
  else
    session.answer(report::history_view(listed));
  return ExitCode::done;
}

using Timer = std::optional<journal::RunningTimer>;

// A step may have stopped or dropped a timer: who takes it back is told that time runs.
void tell_of_timer(const Timer& before, const Timer& now, const Session& session) {
  if (!now || (before && before->timer == now->timer)) return;
  session.say(
      fmt::format("The timer runs again: {}. Stop it: gradus stop", report::describe(*now)));
}

}  // namespace

ExitCode run(const Undo& request, Session& session) {
  if (request.list) return list(session);
  auto store = store::Store::write(session.store);
  const auto timer_before = running_timer(store, session);
  const auto step = store::undo(store);
  if (!step) throw rules::Error("there is nothing to take back; nothing was changed");
  const auto timer = running_timer(store, session);
  store.commit();
  if (session.json)
    session.answer(report::undone_json(*step));
  else
    session.say(fmt::format("Took back: {}. Do it again: gradus redo", report::visible(*step)));
  tell_of_timer(timer_before, timer, session);
  return ExitCode::done;
}

ExitCode run(const Redo&, Session& session) {
  auto store = store::Store::write(session.store);
  const auto timer_before = running_timer(store, session);
  const auto step = store::redo(store);
  if (!step)
    throw rules::Error("there is nothing to do again; nothing was changed",
                       "redo follows an undo, until the next change");
  const auto timer = running_timer(store, session);
  store.commit();
  if (session.json)
    session.answer(report::redone_json(*step));
  else
    session.say(fmt::format("Did again: {}. Take it back: gradus undo", report::visible(*step)));
  tell_of_timer(timer_before, timer, session);
  return ExitCode::done;
}

}  // namespace gradus::cli
