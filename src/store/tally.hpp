#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstdint>
#include <string_view>

namespace gradus::store {

// The tally: entries that are alike in certain traits are a group, of which the store keeps how
// many there are and their sums. An entry names its group; triggers keep the sums true, whatever
// adds the entry or takes it away. A group stays when it is empty, so that an entry that returns
// finds it again.

// Whether entries of one group are alike in the field.
[[nodiscard]] bool is_trait(std::string_view field);

// The group of the entry, which is made if there was none.
[[nodiscard]] std::int64_t group_of(const Store& store, TrackId track, const journal::Entry& entry);

// Whether each entry names its group, and each group's sums are those of its entries. Reads all of
// the journal.
[[nodiscard]] bool tally_agrees(Connection& connection);
// Makes it so.
void tally_anew(Connection& connection);

}  // namespace gradus::store
