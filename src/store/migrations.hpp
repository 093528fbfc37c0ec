#pragma once

#include "store/connection.hpp"

#include <span>

namespace gradus::store {

// The version of the tables that this program works with.
[[nodiscard]] int schema_version();

// The migrations that create a version's tables from scratch, in order.
[[nodiscard]] std::span<const char* const> migrations_to(int version);

// The version of the file's tables. Throws Error when the file is not a gradus store, or was
// written by a newer gradus.
[[nodiscard]] int stored_version(Connection& connection);

// Brings tables of an older version (0: none yet) up to date, within the open transaction.
void migrate(Connection& connection, int from);

}  // namespace gradus::store
