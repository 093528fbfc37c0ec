#pragma once

#include "store/connection.hpp"

namespace gradus::store {

// The solving times: how many solutions of a topic and difficulty took how many minutes, kept by
// triggers like the tally. A row of no solutions counts for nothing.

// Whether they are those of the journal, which is read in full.
[[nodiscard]] bool solving_times_agree(Connection& connection);
// Makes them so.
void recount_solving_times(Connection& connection);

}  // namespace gradus::store
