#include "gradus/report/history.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/history.hpp"

#include "cli/journal/requests.hpp"

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

}  // namespace

ExitCode run(const Undo& request, Session& session) {
  if (request.list) return list(session);
  auto store = store::Store::write(session.store);
  const auto step = store::undo(store);
  if (!step)
    throw rules::Error("there is nothing to take back; nothing was changed",
                       "gradus undo --list shows the steps");
  store.commit();
  if (session.json)
    session.answer(report::undone_json(*step));
  else
    session.say(fmt::format("Took back: {}. Do it again: gradus redo", report::visible(*step)));
  return ExitCode::done;
}

ExitCode run(const Redo&, Session& session) {
  auto store = store::Store::write(session.store);
  const auto step = store::redo(store);
  if (!step)
    throw rules::Error("there is nothing to do again; nothing was changed",
                       "redo follows an undo, until the next change");
  store.commit();
  if (session.json)
    session.answer(report::redone_json(*step));
  else
    session.say(fmt::format("Did again: {}. Take it back: gradus undo", report::visible(*step)));
  return ExitCode::done;
}

}  // namespace gradus::cli
