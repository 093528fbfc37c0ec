#include "gradus/journal/entry.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/tracks/change.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct RenameTrack {
  std::string from;
  std::string to;
};

void describe_track_rename(Command& rename, RenameTrack& request) {
  rename.add_option("OLD", request.from, "The track's current name")
      .required()
      .completes(Completion::track);
  rename.add_option("NEW", request.to, "The track's new name").required();
}

ExitCode run(const RenameTrack& request, Session& session) {
  if (request.to.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error("the track's new name is empty", "such as gradus track rename OLD evenings");
  journal::check_text("the track's name", request.to);
  auto store = store::Store::write(session.store);
  auto track = store::find_track(store, request.from);
  if (request.from == request.to)
    return finish_change(store, track, "", fmt::format("{} is already its name", track.name),
                         session);
  store::rename_track(store, track.id, request.to);
  track.name = request.to;
  return finish_change(store, track, fmt::format("track rename {} {}", request.from, request.to),
                       fmt::format("{} is called {} now", request.from, request.to), session);
}

}  // namespace

void add_track_rename(Command& track) {
  track.add_command<RenameTrack>("rename", "Give a track another name.",
                                 "  gradus track rename de-roadmap evenings\n",
                                 describe_track_rename);
}

}  // namespace gradus::cli
