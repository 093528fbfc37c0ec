#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

namespace gradus::track {

enum class Audience { others, learner };

// How far the learner has come by that day. For the learner alone it also has what is private.
[[nodiscard]] insight::ProgressReport read_progress_report(const store::Store& store,
                                                           const LoadedTrack& track,
                                                           calendar::Date today,
                                                           Audience audience = Audience::others);

}  // namespace gradus::track
