#pragma once

// For grammar files only: how the words of a command become a call of its verb.

#include "gradus/curriculum/nearest.hpp"

#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {

// Refuses a word that is none of `known`, naming the nearest.
inline CLI::Validator one_of(std::vector<std::string> known) {
  const std::string list = CLI::detail::join(known);
  return CLI::Validator(
      [known = std::move(known)](const std::string& word) {
        return std::find(known.begin(), known.end(), word) == known.end()
                   ? curriculum::none_of(word, known)
                   : std::string();
      },
      "{" + list + "}");
}

// Adds the subcommand `name`, whose options fill a Request; chosen, it runs `run(request,
// session)`, found beside the Request. `examples` are complete command lines, one a line.
template <class Request>
CLI::App* add_command(CLI::App& parent, CommandLine& line, const std::string& name,
                      const std::string& description, const std::string& examples,
                      const std::shared_ptr<Request>& request) {
  CLI::App* command = parent.add_subcommand(name, description);
  command->fallthrough();
  command->footer("Examples:\n" + examples + "\nOptions of every command: gradus --help");
  command->callback([&line, request, command] {
    if (!command->get_subcommands().empty()) return;
    line.command = [request](Session& session) { return run(*request, session); };
  });
  return command;
}

}  // namespace gradus::cli
