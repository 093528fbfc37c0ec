#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct ShowHelp {
  std::vector<std::string> command;  // its words; gradus itself when empty
};

void describe_help(Command& help, ShowHelp& request) {
  help.add_option("COMMAND", request.command, "The command, such as log or plan break");
}

ExitCode run(const ShowHelp& request, Session& session) {
  auto words = request.command;
  words.emplace_back("--help");
  session.answer(parse_command_line(words, session.world.environment).print.value());
  return ExitCode::done;
}

}  // namespace

void add_help(Command& gradus) {
  gradus.add_command<ShowHelp>("help", "Show what a command does, its options and examples.",
                               "  gradus help log\n"
                               "  gradus help plan break\n",
                               describe_help);
}

}  // namespace gradus::cli
