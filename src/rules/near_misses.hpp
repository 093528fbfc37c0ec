#pragma once

#include "gradus/rules/explanation.hpp"

#include "rules/leaf.hpp"

#include <vector>

namespace gradus::rules {

// The entries that lack one thing to count for the leaf, found by asking for the opposite of one
// filter at a time. `others`: tiers for which an entry meant for this one may have been recorded.
[[nodiscard]] NearMisses near_misses(const LeafQuestion& leaf,
                                     const std::vector<curriculum::TierId>& others,
                                     const journal::Facts& facts);

}  // namespace gradus::rules
