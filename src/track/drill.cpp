#include "gradus/track/drill.hpp"

#include "gradus/store/drills.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/track/pace.hpp"

#include <utility>

namespace gradus::track {

insight::DrillState drill_state(const store::Store& store, const LoadedTrack& track,
                                calendar::Date today, const recall::Retention& retention) {
  insight::DrillState state{.today = today,
                            .tiers = track.states,
                            .drilled = store::drilled_questions(store, track.id)};
  for (auto& [id, drilled] : state.drilled)
    if (const auto known = store::recall_of_drill(store, track.id, id.text()))
      drilled.due = recall::due(known->state, retention);
  for (const auto& topic : topic_paces(store, track, today))
    if (topic.weak()) state.weak.insert(topic.topic);
  return state;
}

}  // namespace gradus::track
