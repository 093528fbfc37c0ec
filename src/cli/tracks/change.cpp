#include "cli/tracks/change.hpp"

#include "gradus/report/lists.hpp"

#include "cli/commit.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode finish_change(store::Store& store, const store::Track& track, const std::string& step,
                       const std::string& done, const Session& session) {
  if (step.empty()) {
    if (session.json) session.answer(report::track_json(track.name, track.gate, track.archived));
    session.say(fmt::format("{}: nothing was changed.", done));
    return ExitCode::done;
  }
  const auto now = store::find_track(store, track.name);
  commit(store, step, session);
  if (session.json) session.answer(report::track_json(now.name, now.gate, now.archived));
  session.say(fmt::format("{}. Undo: gradus undo", done));
  return ExitCode::done;
}

}  // namespace gradus::cli
