#include "gradus/journal/entry.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/tracks/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

// Makes the change durable and says what it was; without a step nothing was changed.
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
  session.say(fmt::format("{}. Take it back: gradus undo", done));
  return ExitCode::done;
}

}  // namespace

ExitCode run(const UseTrack& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, request.name);
  if (store::active_track(store) == track.id)
    return finish_change(store, track, "",
                         fmt::format("{} is the active track already", track.name), session);
  store::make_active(store, track.id);
  return finish_change(store, track, fmt::format("track use {}", track.name),
                       fmt::format("{} is the active track now{}", track.name,
                                   track.archived ? ", and back from the archive" : ""),
                       session);
}

ExitCode run(const RenameTrack& request, Session& session) {
  if (request.to.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error("the track's new name is empty", "such as gradus track rename OLD evenings");
  journal::check_text("the track's name", request.to);
  auto store = store::Store::write(session.store);
  auto track = store::find_track(store, request.from);
  if (request.from == request.to)
    return finish_change(store, track, "", fmt::format("{} is its name already", track.name),
                         session);
  store::rename_track(store, track.id, request.to);
  track.name = request.to;
  session.warn(
      "a calendar that holds the plan already knows its events by the old name: take them out of "
      "it "
      "before the next gradus export ics");
  return finish_change(store, track, fmt::format("track rename {} {}", request.from, request.to),
                       fmt::format("{} is called {} now", request.from, request.to), session);
}

ExitCode run(const ArchiveTrack& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, request.name);
  if (store::active_track(store) == track.id)
    throw rules::Error(
        fmt::format("{} is the active track, and can't be put away; nothing was changed",
                    track.name),
        "make another the active one first: gradus track use NAME");
  if (track.archived)
    return finish_change(store, track, "", fmt::format("{} is archived already", track.name),
                         session);
  store::archive_track(store, track.id);
  return finish_change(
      store, track, fmt::format("track archive {}", track.name),
      fmt::format("{0} is archived; gradus track use {0} brings it back", track.name), session);
}

ExitCode run(const SetGateMode& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = store::find_track(store, session.track);
  const auto mode = rules::name(request.mode);
  if (track.gate == request.mode)
    return finish_change(store, track, "",
                         fmt::format("The gates of {} are set to {} already", track.name, mode),
                         session);
  store::set_gate_mode(store, track.id, request.mode);
  return finish_change(
      store, track, fmt::format("track gate {}", mode),
      request.mode == rules::GateMode::warn
          ? fmt::format("The gates of {} only warn now: unlock opens one that is not met, and the "
                        "report says so",
                        track.name)
          : fmt::format("The gates of {} block again: unlock refuses while one is not met",
                        track.name),
      session);
}

}  // namespace gradus::cli
