#pragma once

#include "gradus/insight/drill.hpp"
#include "gradus/recall/memory.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

namespace gradus::track {

// What decides which question the learner drills next: what was answered and when it comes up for
// review, the open tier, and the weak topics.
[[nodiscard]] insight::DrillState drill_state(const store::Store& store, const LoadedTrack& track,
                                              calendar::Date today,
                                              const recall::Retention& retention);

}  // namespace gradus::track
