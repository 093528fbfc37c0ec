#pragma once

#include "cli/session.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
}

namespace gradus::cli {

// What the words of a command line ask for.
struct CommandLine {
  GlobalOptions options;
  std::function<ExitCode(Session&)> command;
  std::optional<std::string> print;  // --help or --version: only this text
};

// Throws Error for words that make no command.
[[nodiscard]] CommandLine parse_command_line(const std::vector<std::string>& args);

// Each adds the words of one family of commands; the chosen command fills `line.command`.
void add_plan_commands(CLI::App& app, CommandLine& line);
void add_study_commands(CLI::App& app, CommandLine& line);
void add_gate_commands(CLI::App& app, CommandLine& line);
void add_journal_commands(CLI::App& app, CommandLine& line);
void add_exchange_commands(CLI::App& app, CommandLine& line);
void add_report_commands(CLI::App& app, CommandLine& line);
void add_curriculum_commands(CLI::App& app, CommandLine& line);

}  // namespace gradus::cli
