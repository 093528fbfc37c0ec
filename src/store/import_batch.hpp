#pragma once

#include "gradus/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace gradus::store {

// Undoes a batch: its entries are set aside, and the ones they replaced come back.
void undo_batch(const Store& store, std::int64_t step);
// Redoes it: the other way round.
void redo_batch(const Store& store, std::int64_t step);

// Finds an entry by its id in a table like `entry`: its fields, then seq, track and batch.
[[nodiscard]] std::string select_from(std::string_view table);

}  // namespace gradus::store
