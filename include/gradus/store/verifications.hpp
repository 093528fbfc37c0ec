#pragma once

#include "gradus/journal/verification.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstddef>
#include <vector>

namespace gradus::store {

// Replaces the entry's earlier one.
void save_verification(Store& store, const journal::Verification& verification);
// Those of the track's entries.
[[nodiscard]] std::vector<journal::Verification> verifications(const Store& store, TrackId track);
// How many belong to no entry, not even to one that an undo could bring back.
[[nodiscard]] std::size_t stray_verifications(const Store& store);

}  // namespace gradus::store
