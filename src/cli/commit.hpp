#pragma once

#include "gradus/store/store.hpp"

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// Makes what a command changed durable, as one step of the history: what every command that changes
// the store ends with, before its answer.
void commit(store::Store& store, const std::string& step, const Session& session);
void commit(store::Store& store, const store::Step& step, const Session& session);
// The same for what undoes or redoes steps, which is no step itself.
void commit_moved_steps(store::Store& store, const Session& session);

// The line that ends every change: what was done, in which track where several are active, and how
// to undo it.
[[nodiscard]] std::string last_line(const std::string& done, const std::string& track,
                                    const store::Store& store);

// All of them do this first, for the calendars that were exported: the clock may have gone
// elsewhere, and the days go by.
void keep_told(store::Store& store, const Session& session);

// A step of this name, taken now.
[[nodiscard]] store::Step step_of(std::string name, const Session& session);

}  // namespace gradus::cli
