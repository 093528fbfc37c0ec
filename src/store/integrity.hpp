#pragma once

#include "store/connection.hpp"

#include <string>
#include <vector>

namespace gradus::store {

// What is wrong with an open store, according to SQLite and to the tables it should have; empty
// when nothing is. Foreign parts are faults too. Throws Error when the file is not a gradus store,
// or was written by a newer gradus.
[[nodiscard]] std::vector<std::string> faults(Connection& connection);
// The same without the foreign parts: whether its entries are as they were recorded.
[[nodiscard]] std::vector<std::string> damage(Connection& connection);

// SQLite's own check of pages, indexes and constraints, which reports at most 100 faults.
[[nodiscard]] std::vector<std::string> integrity_faults(Connection& connection);
// Tables and indexes that are missing, or are not as the migrations create them.
[[nodiscard]] std::vector<std::string> schema_faults(Connection& connection);

// A trigger, view, table or index that no migration makes. A trigger runs at the next change and
// can delete or forge entries then, so none is taken in.
struct ForeignPart {
  std::string kind;  // as SQLite calls it: "trigger"
  std::string name;
};
[[nodiscard]] std::vector<ForeignPart> foreign_parts(Connection& connection);
// What is wrong with it, and the SQL that takes it out.
[[nodiscard]] std::string words(const ForeignPart& part);
[[nodiscard]] std::string removal(const ForeignPart& part);

}  // namespace gradus::store
