#include "gradus/report/history.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/history.hpp"

#include "cli/journal/requests.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

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

// Takes a step of the history back or does it again; `say` has a place for its name.
struct Move {
  std::optional<std::string> (*take)(store::Store&, calendar::Instant);
  std::string (*json)(const std::string&);
  std::string_view say;
  rules::Error nothing;
};

ExitCode walk(const Move& move, const Session& session) {
  auto store = store::Store::write(session.store);
  const auto timer_before = track::running_timer(store, session.now());
  const auto step = move.take(store, session.world.clock());
  if (!step) throw move.nothing;
  const auto timer = track::running_timer(store, session.now());
  store.commit();
  if (session.json)
    session.answer(move.json(*step));
  else
    session.say(fmt::format(fmt::runtime(move.say), report::visible(*step)));
  tell_of_timer(timer_before, timer, session);
  return ExitCode::done;
}

}  // namespace

ExitCode run(const Undo& request, Session& session) {
  if (request.list) return list(session);
  return walk({store::undo, report::undone_json, "Took back: {}. Do it again: gradus redo",
               rules::Error("there is nothing to take back; nothing was changed",
                            "gradus undo --list shows the steps")},
              session);
}

ExitCode run(const Redo&, Session& session) {
  return walk({store::redo, report::redone_json, "Did again: {}. Take it back: gradus undo",
               rules::Error("there is nothing to do again; nothing was changed",
                            "redo follows an undo, until the next change")},
              session);
}

}  // namespace gradus::cli
