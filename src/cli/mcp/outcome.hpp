#pragma once

#include "gradus/cli/exit_code.hpp"

#include "cli/mcp/server.hpp"

#include <string>
#include <vector>

namespace gradus::cli::mcp {

// What a command said when it ran for a tool.
struct Printed {
  ExitCode code{};
  std::string out{};
  std::string err{};
  std::vector<std::string> asides{};
};

// What the tool says of it. Without `with_private` nothing private is in it, and no file of this
// machine is named; where a sentence would, another says so.
[[nodiscard]] Outcome outcome_of(const Tool& tool, const Printed& printed, bool with_private);

[[nodiscard]] Outcome failed(const std::string& message, const std::string& hint);

}  // namespace gradus::cli::mcp
