#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct RemoveEntry {
  std::string id;  // or its first 4 characters and more
};

void describe_rm(Command& rm, RemoveEntry& request) {
  rm.add_option("ID", request.id, "The entry's id, or 4 or more of its first characters")
      .required()
      .completes(Completion::entry);
}

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
    session.say(last_line(fmt::format("Removed {} on {} ({})", what, entry.on.iso(), id),
                          track.name, store));
  return ExitCode::done;
}

}  // namespace

void add_rm(Command& gradus) {
  gradus.add_command<RemoveEntry>("rm", "Remove an entry.", "  gradus rm 3f9c\n", describe_rm);
}

}  // namespace gradus::cli
