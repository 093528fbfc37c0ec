#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <vector>

namespace gradus::track {

// Gates on the evening before `since` and by `today`: those passed between, then the one at hand. A
// finish without criteria is no gate.
[[nodiscard]] std::vector<insight::GateThenNow> gates_then_now(const store::Store& store,
                                                               const LoadedTrack& track,
                                                               calendar::Date since,
                                                               calendar::Date today);

}  // namespace gradus::track
