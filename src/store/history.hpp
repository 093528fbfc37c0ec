#pragma once

#include "gradus/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace gradus::store {

// Adds a step to the history and returns its number. Without a changeset it is a batch: the entries
// marked with its number (import_batch.hpp). Steps that were undone can't be redone after it.
std::int64_t add_step(const Store& store, const Step& step,
                      const std::optional<std::string>& changeset);
// Gives a batch a changeset as well, of what it changed besides its entries.
void add_to_step(const Store& store, std::int64_t step, const std::string& changeset);

}  // namespace gradus::store
