#pragma once

#include "store/connection.hpp"

#include <string>
#include <vector>

namespace gradus::store {

// What is wrong with an open store, as SQLite finds it and by the tables it should have; empty when
// nothing is. Throws Error when the file is not a gradus store, or one of a newer gradus.
[[nodiscard]] std::vector<std::string> faults(Connection& connection);

// SQLite's own check of pages, indexes and constraints, which names 100 faults at most.
[[nodiscard]] std::vector<std::string> integrity_faults(Connection& connection);
// Tables and indexes that are missing, or are not as the migrations make them.
[[nodiscard]] std::vector<std::string> schema_faults(Connection& connection);

}  // namespace gradus::store
