#pragma once

#include "store/connection.hpp"

namespace gradus::store {

// The study days: the minutes of a track's sessions by week, day and kind, kept by triggers like
// the tally. A session of no week stands under an empty one; a row without minutes counts for
// nothing.

// Whether the sums are those of the journal, which is read in full.
[[nodiscard]] bool study_days_agree(Connection& connection);
// Makes them so.
void recount_study_days(Connection& connection);

}  // namespace gradus::store
