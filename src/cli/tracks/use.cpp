#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/tracks/change.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct UseTrack {
  std::string name;
};

void describe_track_use(Command& use, UseTrack& request) {
  use.add_option("NAME", request.name, "The track to use when --track isn't given")
      .required()
      .completes(Completion::track);
}

ExitCode run(const UseTrack& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, request.name);
  if (store::current_track(store) == track.id)
    return finish_change(store, track, "",
                         fmt::format("{} is the current track already", track.name), session);
  store::make_current(store, track.id);
  return finish_change(store, track, fmt::format("track use {}", track.name),
                       fmt::format("{} is the current track now{}", track.name,
                                   track.archived ? ", and back from the archive" : ""),
                       session);
}

}  // namespace

void add_track_use(Command& track) {
  track.add_command<UseTrack>(
      "use", "Make a track the current one; this also brings back an archived one.",
      "  gradus track use evenings\n", describe_track_use);
}

}  // namespace gradus::cli
