#pragma once

#include "store/connection.hpp"

namespace gradus::store {

// What triggers keep of the journal: the tally, the repeated problems, the study days and the
// solving times.

// Whether all of it is as the journal says, which is read in full.
[[nodiscard]] bool sums_agree(Connection& connection);
// Makes it so.
void recount_sums(Connection& connection);

}  // namespace gradus::store
