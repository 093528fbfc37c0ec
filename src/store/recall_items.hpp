#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/recall/memory.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace gradus::store {

// A thing that comes up again: a problem, under its topic and the key of its title, or a drill,
// under an empty topic and its id.
struct ItemKey {
  TrackId track;
  journal::ReviewOf of;
  std::string topic;
  std::string item;
};

// What the journal says of it.
struct ItemRecall {
  std::string entry;         // the id of its newest solution, or the drill's
  journal::Minutes minutes;  // that a review takes
  recall::State state;
};

// Twice the median of a track's solutions of a difficulty: it may lie halfway between two minutes.
using Medians = std::map<std::pair<TrackId, curriculum::Difficulty>, journal::Minutes>;
[[nodiscard]] Medians solving_medians(const Store& store);

enum class Which { stale, all };
// Replays the logs of the stale items, or of all, and visits each: with nullopt when nothing in the
// journal is left of it. Memory doesn't grow with their number.
void each_item(const Store& store, Which which, const Medians& medians,
               const std::function<void(const ItemKey&, const std::optional<ItemRecall>&)>& visit);

}  // namespace gradus::store
