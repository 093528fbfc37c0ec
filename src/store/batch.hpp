#pragma once

#include "gradus/store/store.hpp"

#include <cstdint>

namespace gradus::store {

// Takes a batch back: its entries are set aside, and those they had replaced stand again.
void undo_batch(const Store& store, std::int64_t step);
// Brings it back: the other way round.
void redo_batch(const Store& store, std::int64_t step);

}  // namespace gradus::store
