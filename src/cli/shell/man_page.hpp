#pragma once

#include "cli/command_help.hpp"

#include <string>

namespace gradus::cli {

// The manual page gradus(1), in the man(7) language: every command with its arguments, options and
// examples.
[[nodiscard]] std::string man_page(const CommandHelp& gradus);

}  // namespace gradus::cli
