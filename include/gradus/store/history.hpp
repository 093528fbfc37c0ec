#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// The steps that were committed, of all tracks. A new step after an undo ends those that had been
// taken back; the newest 1,000 are kept.
struct PastStep : Step {
  bool undone;  // taken back: redo does it again
};
// Newest first.
[[nodiscard]] std::vector<PastStep> steps(const Store& store);

// Takes back the newest step that has not been taken back, or does again the oldest one that has,
// and returns its name; nothing when there is none. Rows come back as they were. Throws Error, with
// nothing changed, when the store no longer holds what the step left. The store must be open for
// writing; the caller commits without a step.
// `clock`: the real one, as for save_plan.
[[nodiscard]] std::optional<std::string> undo(Store& store, calendar::Instant clock = {});
[[nodiscard]] std::optional<std::string> redo(Store& store, calendar::Instant clock = {});

}  // namespace gradus::store
