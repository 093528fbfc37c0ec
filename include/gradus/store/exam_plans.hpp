#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/plan/countdown.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

namespace gradus::store {

// What the track has planned for its exam; empty if nothing is.
[[nodiscard]] plan::ExamPlan load_exam_plan(const Store& store, TrackId track);
// Puts it in place of what was planned; an empty plan takes that away. `clock`: the real time.
// Calendar events of lines that are no more are kept as cancelled.
void save_exam_plan(Store& store, TrackId track, const plan::ExamPlan& planned,
                    calendar::Instant clock);

}  // namespace gradus::store
