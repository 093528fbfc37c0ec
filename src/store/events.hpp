#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/store/store.hpp"

#include <cstdint>

namespace gradus::store {

// The least revision of what is changed at that time by the real clock: the seconds since the
// beginning of 2025. So a store that was restored, or a copy of it on another machine, goes on
// above what a calendar may have seen of it.
[[nodiscard]] std::int64_t least_revision(calendar::Instant clock);

// Brings what calendars are told up to what the plans of all tracks now say. What differs gets the
// next revision, what has gone is cancelled. The history knows nothing of it: a calendar takes an
// event only with a higher revision than before, so taking a step back is a revision of its own.
void update_events(const Store& store, calendar::Instant clock);

}  // namespace gradus::store
