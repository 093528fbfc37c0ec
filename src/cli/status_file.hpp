#pragma once

#include "gradus/store/store.hpp"

#include "cli/session.hpp"

#include <filesystem>
#include <optional>

namespace gradus::cli {

// Where prompts and bars find the line that report::status_line writes, without a process of ours:
// $XDG_RUNTIME_DIR/gradus/status, else in the cache folder; nullopt where there is neither.
[[nodiscard]] std::optional<std::filesystem::path> status_file(const Session& session);

// Writes the current track's line there. What fails is let pass: the change itself is made, and
// nobody asked for the line.
void refresh_status(const store::Store& store, const Session& session);
// The same for a store that isn't open.
void refresh_status(const Session& session);

}  // namespace gradus::cli
