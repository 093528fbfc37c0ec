#pragma once

#include "gradus/store/store.hpp"

#include "cli/session.hpp"

namespace gradus::cli {

// Writes the current track's line (report::status_line) to where prompts and bars find it without a
// process of ours: $XDG_RUNTIME_DIR/gradus/status, else in the cache folder. What fails is let
// pass: the change itself is made, and nobody asked for the line.
void refresh_status(const store::Store& store, const Session& session);
// The same for a store that isn't open.
void refresh_status(const Session& session);

}  // namespace gradus::cli
