#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// The committed steps of all tracks. A new step after an undo discards the steps that were undone;
// the newest 1,000 are kept.
struct PastStep : Step {
  int number;   // rises with each step, and stays
  bool undone;  // redo would repeat it
};
// Newest first.
[[nodiscard]] std::vector<PastStep> steps(const Store& store);

// A track's plan as it was on the evening before a day.
struct PlanBefore {
  calendar::Date finish;
  int changes;  // steps that have moved its weeks since
};
// Read from the steps since then. nullopt if the plan is no older, or the history does not reach
// back so far.
[[nodiscard]] std::optional<PlanBefore> plan_before(const Store& store, TrackId track,
                                                    calendar::Date day);

// `undo` reverts the newest step that is not undone, `redo` repeats the oldest one that is. Both
// return the step's name; nullopt when there is none. Rows come back exactly as they were. Throws
// Error, with nothing changed, when the store no longer holds what the step left. The store must be
// open for writing; the caller commits without a step. `clock` is the real time, as for save_plan.
[[nodiscard]] std::optional<std::string> undo(Store& store, calendar::Instant clock);
[[nodiscard]] std::optional<std::string> redo(Store& store, calendar::Instant clock);

}  // namespace gradus::store
