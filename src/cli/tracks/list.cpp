#include "gradus/report/lists.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

#include <vector>

namespace gradus::cli {
namespace {

struct ListTracks {
  bool all = false;  // archived ones too
};

void describe_track_list(Command& list, ListTracks& request) {
  list.add_flag("--all", request.all, "Archived tracks as well");
}

report::ListedTrack listed(const store::Store& store, const store::Track& track, bool active,
                           calendar::Date today) {
  const auto loaded = track::load(store, track.name);
  const auto& curriculum = loaded.curriculum;
  const auto* const tier = rules::open_tier(curriculum, loaded.states);
  const auto total = track::plan_values(store, loaded, today).total;
  report::ListedTrack row{.name = track.name,
                          .curriculum = curriculum.id,
                          .title = curriculum.title,
                          .active = active,
                          .gate = track.gate,
                          .archived = track.archived,
                          .start = loaded.plan.start,
                          .finish = loaded.plan.finish(),
                          .actual = total.actual,
                          .planned = total.planned};
  if (tier != nullptr) row.tier = tier->id;
  return row;
}

ExitCode run(const ListTracks& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto active = store::current_track(store);
  std::vector<report::ListedTrack> rows;
  for (const auto& track : store::tracks(store)) {
    if (!track.archived || request.all)
      rows.push_back(listed(store, track, track.id == active, session.today));
  }
  session.show(rows);
  return ExitCode::done;
}

}  // namespace

void add_track_list(Command& track) {
  track.add_command<ListTracks>(
      "list", "List the tracks: which is current, and how far each has come.",
      "  gradus track list\n  gradus track list --all --json\n", describe_track_list);
}

}  // namespace gradus::cli
