#pragma once

// For grammar files only: how the words of a command become a call of its verb.

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace gradus::cli {

// Adds the subcommand `name`, whose options fill a Request; chosen, it runs `run(request,
// session)`, found beside the Request. `examples` are complete command lines, one a line.
template <class Request>
CLI::App* add_command(CLI::App& parent, CommandLine& line, const std::string& name,
                      const std::string& description, const std::string& examples,
                      const std::shared_ptr<Request>& request) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->fallthrough();
  command->footer("Examples:\n" + examples + "\nOptions of every command: gradus --help");
  command->callback([&line, request] {
    line.command = [request](Session& session) { return run(*request, session); };
  });
  return command;
}

}  // namespace gradus::cli
