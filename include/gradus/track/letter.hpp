#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/progress_report.hpp"
#include "gradus/track/track.hpp"

namespace gradus::track {

// What moved from `since` to `today`, both included. Throws Error for a day ahead of today or
// before the track's start. For the learner alone it also has what is private of these days.
[[nodiscard]] insight::Letter read_letter(const store::Store& store, const LoadedTrack& track,
                                          calendar::Date since, calendar::Date today,
                                          Audience audience = Audience::others);

}  // namespace gradus::track
