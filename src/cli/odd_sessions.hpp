#pragma once

#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/session.hpp"

namespace gradus::cli {

// Warns of overlaps and of days over 24 hours from one day to another, as far as the learner wants
// to hear of them. They count all the same.
void warn_of_odd_sessions(const store::Store& store, store::TrackId track, calendar::Date from,
                          calendar::Date to, const Session& session);

}  // namespace gradus::cli
