#include "gradus/report/lists.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/track.hpp"

#include "cli/tracks/requests.hpp"

#include <vector>

namespace gradus::cli {
namespace {

report::ListedTrack listed(const store::Store& store, const store::Track& track, bool active) {
  const auto curriculum = track::load_curriculum(track);
  const auto* const tier = rules::open_tier(curriculum, store::tier_states(store, track.id));
  report::ListedTrack row{.name = track.name,
                          .curriculum = curriculum.id,
                          .title = curriculum.title,
                          .active = active,
                          .gate = track.gate,
                          .archived = track.archived};
  if (tier != nullptr) row.tier = tier->id;
  return row;
}

}  // namespace

ExitCode run(const ListTracks& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto active = store::active_track(store);
  std::vector<report::ListedTrack> rows;
  for (const auto& track : store::tracks(store)) {
    if (!track.archived || request.all) rows.push_back(listed(store, track, track.id == active));
  }
  if (session.json)
    session.answer(report::tracks_json(rows));
  else
    session.answer(report::tracks_view(rows));
  return ExitCode::done;
}

}  // namespace gradus::cli
