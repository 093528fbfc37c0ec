#pragma once

#include "gradus/store/store.hpp"

#include <cstdint>

namespace gradus::store {

// Undoes a batch: its entries are set aside, and the ones they replaced come back.
void undo_batch(const Store& store, std::int64_t step);
// Redoes it: the other way round.
void redo_batch(const Store& store, std::int64_t step);

}  // namespace gradus::store
