#include "gradus/report/lists.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/history.hpp"

#include "cli/journal/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode run(const Undo&, Session& session) {
  auto store = store::Store::write(session.store);
  const auto step = store::undo(store);
  if (!step) throw rules::Error("there is nothing to take back; nothing was changed");
  store.commit("");
  if (session.json)
    session.answer(report::undone_json(*step));
  else
    session.say(fmt::format("Took back: {}", report::visible(*step)));
  return ExitCode::done;
}

}  // namespace gradus::cli
