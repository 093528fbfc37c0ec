#pragma once

#include "gradus/journal/entry.hpp"

#include "store/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace gradus::store {

// How an entry lies in its row of the table `entry`. A field has one column, named as the field,
// whatever types of entries have it.

// What read_entry needs of a row, for a SELECT: "id, type, …".
[[nodiscard]] const std::string& entry_columns();
[[nodiscard]] journal::Entry read_entry(const Statement& row);

// False when the store holds an entry of that id. `seq`: its place in the order of recording,
// without one the newest.
[[nodiscard]] bool insert_entry(const Store& store, TrackId track, const journal::Entry& entry,
                                std::optional<std::int64_t> seq = std::nullopt);

}  // namespace gradus::store
