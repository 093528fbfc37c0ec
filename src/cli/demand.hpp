#pragma once

#include "cli/command_help.hpp"
#include "cli/session.hpp"

#include <functional>
#include <string>
#include <vector>

namespace gradus::cli {

// A value that a command can't do without.
struct Demand {
  std::string name;  // "--kind", "TITLE"
  std::string description;
  std::vector<std::string> choices{};  // the only words it takes; empty when it takes others
  Completion completes = Completion::none;
  std::function<void(const std::string& text)> give{};  // as if typed; throws Error
};

// Asks for each value that was left out, showing what there is to choose from. Throws Error, naming
// all that are still missing, where nobody can be asked or the answer is empty. `example`: a whole
// command line, for the hint.
void ask_for(const std::vector<Demand>& missing, const std::string& command,
             const std::string& example, const Session& session);

}  // namespace gradus::cli
