#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <map>
#include <string>
#include <utility>

namespace gradus::track {

// The curriculum ids that a track's history and choices depend on, each with what uses it, in
// words. A new version must keep them, retired or not. For a passed tier, the criteria are those of
// its verdict.
using UsedIds = std::map<std::pair<curriculum::ItemKind, std::string>, std::string>;

[[nodiscard]] UsedIds used_ids(const store::Store& store, const LoadedTrack& track);

}  // namespace gradus::track
