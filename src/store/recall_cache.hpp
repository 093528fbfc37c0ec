#pragma once

#include "gradus/store/store.hpp"

namespace gradus::store {

// What is known of each thing that comes up again, computed from the journal and kept: `recall` has
// a row for each, `recall_state` one for all that are in the same state, with their number.
// Triggers note in `recall_stale` whose log a change of an entry is in, whatever made it.

// Computes anew what is stale; everything if another version of the algorithm computed it. Done at
// each commit.
void refresh_recall(const Store& store);

// Whether it is what the journal says. Reads the whole journal.
[[nodiscard]] bool recall_agrees(const Store& store);
// Makes it so.
void recount_recall(const Store& store);

}  // namespace gradus::store
