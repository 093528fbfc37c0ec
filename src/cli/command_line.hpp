#pragma once

#include "cli/session.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class App;
class Option;
}  // namespace CLI

namespace gradus::cli {

// What the words of a command line ask for.
struct CommandLine {
  GlobalOptions options;
  std::function<ExitCode(Session&)> command;
  std::optional<std::string> print;  // --help or --version: only this text
  // Commands whose words are described only when a command line reaches them.
  std::map<const CLI::App*, std::function<void()>> described_when_reached{};
  std::vector<CLI::Option*> required{};  // for the help: the parser itself lets them be left out
};

// What the words leave open, the learner's config file may say. Throws Error for words that make no
// command, and for a config file that makes no sense.
[[nodiscard]] CommandLine parse_command_line(const std::vector<std::string>& args,
                                             const Environment& environment);

}  // namespace gradus::cli
