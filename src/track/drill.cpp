#include "gradus/track/drill.hpp"

#include "gradus/store/recall.hpp"
#include "gradus/text/id.hpp"
#include "gradus/track/pace.hpp"

#include <utility>

namespace gradus::track {

insight::DrillState drill_state(const store::Store& store, const LoadedTrack& track,
                                calendar::Date today, const recall::Retention& retention) {
  insight::DrillState state{.today = today, .tiers = track.states};
  for (const auto& drill : store::known_drills(store, track.id)) {
    if (!text::is_id(drill)) continue;  // another program's, by a name of its own
    if (const auto known = store::recall_of_drill(store, track.id, drill))
      state.drilled.insert_or_assign(
          curriculum::QuestionId(drill),
          insight::Drilled{known->state.last, recall::due(known->state, retention)});
  }
  for (const auto& topic : topic_paces(store, track, today))
    if (topic.weak()) state.weak.insert(topic.topic);
  return state;
}

}  // namespace gradus::track
