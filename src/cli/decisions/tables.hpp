#pragma once

#include "gradus/decisions/table.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// The table of that id: the learner's own, ~/.local/share/gradus/decisions/ID.json, a built-in one,
// or one of the track's curriculum. Only it is read. nullopt for an id that isn't known.
[[nodiscard]] std::optional<decisions::Table> known_table(const std::string& id,
                                                          const Session& session);
// The same; throws Error with the nearest.
[[nodiscard]] decisions::Table find_table(const std::string& id, const Session& session);
// The ids of all tables.
[[nodiscard]] std::vector<std::string> table_ids(const Session& session);

// All of them, in order of their modules and topics.
[[nodiscard]] std::vector<decisions::Table> known_tables(const Session& session);

}  // namespace gradus::cli
