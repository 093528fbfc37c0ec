#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <map>
#include <string>
#include <utility>

namespace gradus::track {

// The ids of its curriculum that a track's history and choices stand under, each with what uses it,
// in words. A new version has to keep them, retired or not. Those of a passed tier's criteria are
// the verdict's.
using UsedIds = std::map<std::pair<curriculum::ItemKind, std::string>, std::string>;

[[nodiscard]] UsedIds used_ids(const store::Store& store, const LoadedTrack& track);

}  // namespace gradus::track
