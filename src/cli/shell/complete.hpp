#pragma once

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// What the completion scripts call: prints the candidates for the last of the words (those after
// "gradus"; the last may be empty), one a line, each with a tab and what it means. The line
// ":files" asks the shell for its own completion of file names. Never fails, never writes.
ExitCode complete(const std::vector<std::string>& words, const Session& session);

}  // namespace gradus::cli
