#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/store/store.hpp"

#include <optional>

namespace gradus::store {

// A store has at most one timer, however many tracks it has.
[[nodiscard]] std::optional<journal::Timer> load_timer(const Store& store);
// The store must have the timer's track, and no timer yet.
void save_timer(Store& store, const journal::Timer& timer);
void remove_timer(Store& store);

}  // namespace gradus::store
