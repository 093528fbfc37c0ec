#pragma once

#include "gradus/journal/timer.hpp"
#include "gradus/store/store.hpp"

#include <optional>

namespace gradus::store {

// A store has one timer at most, whatever its tracks.
[[nodiscard]] std::optional<journal::Timer> load_timer(const Store& store);
// The store must have no timer, and the timer's track.
void save_timer(Store& store, const journal::Timer& timer);
void remove_timer(Store& store);

}  // namespace gradus::store
