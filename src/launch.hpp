#pragma once

#include <string>
#include <vector>

namespace gradus {

// Runs a program, found on the PATH, with the terminal and the environment of this one, and waits
// until it ends. No shell reads the words, the first of which names it. False if it can't be run
// or fails.
[[nodiscard]] bool launch(const std::vector<std::string>& words);

}  // namespace gradus
