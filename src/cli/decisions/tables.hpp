#pragma once

#include "gradus/decisions/table.hpp"

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// The table of that id: the learner's own, ~/.local/share/gradus/decisions/ID.json, or a built-in
// one. Only it is read. Throws Error with the nearest for an id that isn't known.
[[nodiscard]] decisions::Table find_table(const std::string& id, const Session& session);

// All of them, in order of their modules and topics.
[[nodiscard]] std::vector<decisions::Table> known_tables(const Session& session);

}  // namespace gradus::cli
