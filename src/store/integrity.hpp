#pragma once

#include "store/connection.hpp"

#include <string>
#include <vector>

namespace gradus::store {

// What is wrong with an open store, according to SQLite and to the tables it should have; empty
// when nothing is. Throws Error when the file is not a gradus store, or was written by a newer
// gradus.
[[nodiscard]] std::vector<std::string> faults(Connection& connection);

// SQLite's own check of pages, indexes and constraints, which reports at most 100 faults.
[[nodiscard]] std::vector<std::string> integrity_faults(Connection& connection);
// Tables and indexes that are missing, or are not as the migrations create them.
[[nodiscard]] std::vector<std::string> schema_faults(Connection& connection);

}  // namespace gradus::store
