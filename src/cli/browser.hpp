#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

// Shows an address of http, https or mailto, or a page that gradus wrote, as a file: address: by
// the programs that $BROWSER names, else by xdg-open. False if none of them can. Anything else may
// not be handed to it, since it might run a program.
[[nodiscard]] bool show_in_browser(const std::string& address, const Session& session);

}  // namespace gradus::cli
