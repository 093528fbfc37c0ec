#pragma once

#include <string>

namespace gradus {

// Hands the text to the pager, a command line for the shell, as git does, and waits until the
// reader leaves it; one left early is no error. False where there is no such program, or none
// that can be run: nothing was shown.
[[nodiscard]] bool show_in_pager(const std::string& command, const std::string& text);

}  // namespace gradus
