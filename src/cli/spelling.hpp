#pragma once

#include "cli/command_line.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// The words of a command line with shortened commands and options written out ("rea" as "ready",
// "--diff" as "--difficulty"). Describes the commands that are reached.
// Throws Error for an option that the command reached doesn't have, for a shortened word that could
// be several, and for a switch with a value that is no yes or no.
[[nodiscard]] std::vector<std::string> spelled_out(const std::vector<std::string>& typed,
                                                   CLI::App& gradus, CommandLine& line);

// "gradus plan break"
[[nodiscard]] std::string full_name(const CLI::App& command);
// The commands below one.
[[nodiscard]] std::vector<std::string> command_names(const CLI::App& command);
// The options a command takes, by their long names: its own and gradus's.
[[nodiscard]] std::vector<std::string> option_names(const CLI::App& command);

}  // namespace gradus::cli
