#pragma once

#include "gradus/store/store.hpp"

namespace gradus::store {

// What the store keeps of the journal beside it: the tally, the repeated problems, the study days,
// the solving times, and what is known for review.

// Whether all of it is as the journal says, which is read in full.
[[nodiscard]] bool sums_agree(const Store& store);
// Makes it so.
void recount_sums(const Store& store);

}  // namespace gradus::store
