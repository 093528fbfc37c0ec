#include "gradus/rules/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/tracks/change.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct ArchiveTrack {
  std::string name;
};

void describe_track_archive(Command& archive, ArchiveTrack& request) {
  archive.add_option("NAME", request.name, "The track to archive, not the current one")
      .required()
      .completes(Completion::track);
}

ExitCode run(const ArchiveTrack& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, request.name);
  if (store::current_track(store) == track.id)
    throw rules::Error(
        fmt::format("{} is the current track, and can't be archived; nothing was changed",
                    track.name),
        "make another the current one first: gradus track use NAME");
  if (track.archived)
    return finish_change(store, track, "", fmt::format("{} is archived already", track.name),
                         session);
  store::archive_track(store, track.id);
  return finish_change(
      store, track, fmt::format("track archive {}", track.name),
      fmt::format("{0} is archived; gradus track use {0} brings it back", track.name), session);
}

}  // namespace

void add_track_archive(Command& track) {
  track.add_command<ArchiveTrack>(
      "archive", "Archive a track: it keeps everything, but is left out of lists and warnings.",
      "  gradus track archive evenings\n", describe_track_archive);
}

}  // namespace gradus::cli
