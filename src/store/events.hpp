#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/store/store.hpp"

#include <cstdint>

namespace gradus::store {

// The lowest revision for a change made at that time by the real clock: the seconds since the
// beginning of 2025. So a restored store, or a copy of it on another machine, continues above
// whatever a calendar may have seen.
[[nodiscard]] std::int64_t least_revision(calendar::Instant clock);

// Brings the calendar events up to date with the plans of all tracks. Events that differ get the
// next revision, ones that are gone are cancelled. The history does not record this: a calendar
// accepts an event only with a higher revision than before, so an undo is a revision of its own.
void update_events(const Store& store, calendar::Instant clock);

}  // namespace gradus::store
