#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/track.hpp"

#include "cli/commit.hpp"
#include "cli/journal/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode run(const RemoveEntry& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, session.track);
  const auto entry = store::find_entry(store, track.id, request.id);
  const std::string id = store::short_id(store, entry.id);
  const std::string what = report::describe(entry);
  store::remove_entry(store, track.id,
                      {entry.id, journal::changed_after(entry.changed, session.world.clock())});
  commit(store, "rm " + what, session);
  if (session.json)
    session.answer(exchange::to_json(entry) + "\n");
  else
    session.say(
        fmt::format("Removed {} on {} ({}). Take it back: gradus undo", what, entry.on.iso(), id));
  return ExitCode::done;
}

}  // namespace gradus::cli
