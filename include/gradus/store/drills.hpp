#pragma once

#include "gradus/insight/drill.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

namespace gradus::store {

// The newest answer to each question that the track's journal has a drill of. Takes time by the
// number of drills, whatever else the journal holds.
[[nodiscard]] insight::DrilledQuestions drilled_questions(const Store& store, TrackId track);

}  // namespace gradus::store
