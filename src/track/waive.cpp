#include "gradus/track/waive.hpp"

#include "gradus/store/tracks.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::track {

GateCriterion find_waivable(const std::string& name, const LoadedTrack& track) {
  auto found = find_gate_criterion(name, track.curriculum);
  if (found.tier == nullptr ||
      rules::state_of(track.states, found.tier->id) != rules::TierState::passed)
    return found;
  throw rules::Error(
      fmt::format("{} is already passed: waiving a criterion would change nothing", found.gate),
      fmt::format("gradus ready {} shows how it was passed", found.gate));
}

rules::CriterionResult waive(store::Store& store, LoadedTrack& track,
                             const GateCriterion& criterion, const rules::Waiver& waiver,
                             calendar::Date today) {
  store::save_waiver(store, track.id, waiver);
  track.waivers = store::waivers(store, track.id);
  const auto gate = check_gate(store, track, criterion.tier, today);
  return *std::ranges::find(gate.criteria, criterion.criterion->id, &rules::CriterionResult::id);
}

void remove_waiver(store::Store& store, const LoadedTrack& track, const GateCriterion& criterion) {
  if (!store::remove_waiver(store, track.id, criterion.gate, criterion.criterion->id))
    throw Error(fmt::format("{} is not waived; nothing was changed", criterion.name()),
                "gradus ready shows which are");
}

}  // namespace gradus::track
