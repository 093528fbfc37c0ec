#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstdint>
#include <string_view>

namespace gradus::store {

// The tally: entries that agree in certain traits form a group, and the store keeps each group's
// count and sums. An entry names its group; triggers keep the sums correct, however entries are
// added or removed. An empty group stays, so that an entry that comes back finds it again.

// Whether the entries of a group agree in the field.
[[nodiscard]] bool is_trait(std::string_view field);

// The group of the entry, created if there is none.
[[nodiscard]] std::int64_t group_of(const Store& store, TrackId track, const journal::Entry& entry);

// Whether each entry names its group, and each group's sums are those of its entries. Reads the
// whole journal.
[[nodiscard]] bool tally_agrees(Connection& connection);
// Makes them so.
void recount_tally(Connection& connection);

}  // namespace gradus::store
