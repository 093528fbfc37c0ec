#include "gradus/report/writers.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/command.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/shell/help_topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct ShowHelp {
  std::vector<std::string> command;  // its words; gradus itself when empty
};

void describe_help(Command& help, ShowHelp& request) {
  help.add_option("COMMAND", request.command,
                  "The command, such as log or plan break, or a topic: words, accessibility");
}

// The topic that the word begins, where no command begins so.
const HelpTopic* find_topic(const std::string& word) {
  std::vector<std::string> names;
  for (const auto& command : describe_commands().commands) names.push_back(command.name);
  const auto begun = [&word](const std::string& name) { return name.starts_with(word); };
  if (std::ranges::any_of(names, begun)) return nullptr;
  const auto found = std::ranges::find_if(help_topics, begun, &HelpTopic::name);
  if (found != help_topics.end()) return &*found;
  for (const auto& topic : help_topics) names.emplace_back(topic.name);
  const auto near = text::did_you_mean(word, names);
  throw Error(fmt::format("there is no command or topic \"{}\"", word),
              near.empty() ? "all of them: gradus help" : near);
}

ExitCode run(const ShowHelp& request, Session& session) {
  if (request.command.size() == 1 && !request.command.front().empty()) {
    if (const auto* topic = find_topic(request.command.front())) {
      session.page(topic->text());
      return ExitCode::done;
    }
  }
  auto words = request.command;
  words.emplace_back("--help");
  const auto text = parse_command_line(words, session.world.environment).print.value();
  session.page(report::fitted(text, session.style.width));
  return ExitCode::done;
}

}  // namespace

void add_help(Command& gradus) {
  gradus.add_command<ShowHelp>("help", "Show what a command does, its options and examples.",
                               "  gradus help log\n"
                               "  gradus help words\n"
                               "  gradus help plan break\n",
                               describe_help);
}

}  // namespace gradus::cli
