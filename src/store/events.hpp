#pragma once

#include "gradus/store/store.hpp"

namespace gradus::store {

// Brings what calendars are told up to what the plans of all tracks now say. What differs gets the
// next revision, what has gone is cancelled. The history knows nothing of it: a calendar takes an
// event only with a higher revision than before, so taking a step back is a revision of its own.
void update_events(const Store& store);

}  // namespace gradus::store
