#pragma once

#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/track.hpp"

#include <string>

namespace gradus::track {

// The criterion of that name, see find_gate_criterion. Throws rules::Error when its tier is passed.
[[nodiscard]] GateCriterion find_waivable(const std::string& name, const LoadedTrack& track);

// Adds the waiver to the store and to the track. Returns the criterion with the waiver applied.
[[nodiscard]] rules::CriterionResult waive(store::Store& store, LoadedTrack& track,
                                           const GateCriterion& criterion,
                                           const rules::Waiver& waiver, calendar::Date today);

// Throws Error for a criterion that is not waived.
void remove_waiver(store::Store& store, const LoadedTrack& track, const GateCriterion& criterion);

}  // namespace gradus::track
