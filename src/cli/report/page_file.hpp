#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// Where a page lies that is only to be looked at: in the cache folder, which is made if need be,
// for the learner alone. Throws Error.
[[nodiscard]] std::string page_in_cache(const Session& session);

// Shows the file in the browser, on a terminal; warns if no program can.
void show_page(const std::string& file, const Session& session);

}  // namespace gradus::cli
