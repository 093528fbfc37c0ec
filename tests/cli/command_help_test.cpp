#include "cli/command_help.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::cli::command_help_test {

using namespace gradus::cli;
using gradus::testing::Program;

namespace {

const CommandHelp& below(const CommandHelp& command, const std::string& name) {
  const auto found = std::ranges::find(command.commands, name, &CommandHelp::name);
  REQUIRE(found != command.commands.end());
  return *found;
}

const OptionHelp& option(const CommandHelp& command, const std::string& name) {
  const auto found = std::ranges::find(command.options, name, &OptionHelp::name);
  REQUIRE(found != command.options.end());
  return *found;
}

using Visit = std::function<void(const std::vector<std::string>&, const CommandHelp&)>;

// Each command with the words that call it.
void visit_all(const CommandHelp& command, std::vector<std::string> words, const Visit& visit) {
  visit(words, command);
  for (const auto& each : command.commands) {
    words.push_back(each.name);
    visit_all(each, words, visit);
    words.pop_back();
  }
}

const CommandHelp& find(const CommandHelp& gradus, const std::string& words) {
  std::istringstream names{words};
  const CommandHelp* command = &gradus;
  for (std::string name; names >> name;) command = &below(*command, name);
  return *command;
}

}  // namespace

TEST_CASE("whatever makes an entry takes its day, its week and a note", "[cli]") {
  const CommandHelp gradus = describe_commands();
  for (const char* words : {"log", "solve", "artefact add", "attest", "interview", "apply", "run",
                            "spend", "exam add", "stop"}) {
    const CommandHelp& command = find(gradus, words);
    INFO(words);
    CHECK(option(command, "--on").completes == Completion::day);
    CHECK(option(command, "--week").completes == Completion::week);
    CHECK_FALSE(option(command, "--note").flag);
  }
  for (const char* name : {"waive", "unlock"})
    CHECK(option(below(gradus, name), "--on").completes == Completion::day);
}

// Of the commands whose examples follow one another, and need no other track. Examples with a file
// that the reader has to write first are left out.
TEST_CASE("the examples in the help work with the built-in curriculum", "[cli]") {
  const CommandHelp gradus = describe_commands();
  Program program("2026-12-06");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const std::regex file_to_write{R"(=@| \./)"};
  std::istringstream commands{
      "today,week,plan stretch,plan available,plan break,plan module add,replan,log,solve,"
      "artefact add,artefact list,attest,waive,interview,apply,spend,exam add,exam status,"
      "exam countdown,run,ready,entries,"
      "undo,redo,curriculum list,track list,doctor,help,"
      "decide,advise,advise certificate,advise budget,advise bootcamp,advise stack"};
  for (std::string words; std::getline(commands, words, ',');) {
    std::istringstream examples{find(gradus, words).examples};
    for (std::string line; std::getline(examples, line);) {
      if (std::regex_search(line, file_to_write)) continue;
      const auto answer = program.run(line.substr(std::string{"  gradus "}.size()));
      INFO(line);
      INFO(answer.err);
      CHECK(answer.code <= 1);
    }
  }
}

TEST_CASE("the commands are described as plain values", "[cli]") {
  const CommandHelp gradus = describe_commands();
  CHECK(option(gradus, "--store").completes == Completion::file);
  CHECK(option(gradus, "--json").flag);

  const CommandHelp& log = below(gradus, "log");
  CHECK(log.runs);
  CHECK(log.examples.starts_with("  gradus log "));
  CHECK_FALSE(option(log, "LENGTH").required);
  CHECK(option(below(gradus, "spend"), "TITLE").required);
  CHECK(option(log, "LENGTH").is_argument());
  CHECK(option(log, "KIND").offered ==
        std::vector<std::string>{"read", "lab", "review", "mock", "project"});
  CHECK(option(log, "--topic").completes == Completion::topic);
  CHECK(option(log, "--topic").type == "ID");
  CHECK_FALSE(option(log, "--topic").is_argument());
  CHECK(option(log, "--on").completes == Completion::day);

  const CommandHelp& module = below(below(gradus, "plan"), "module");
  CHECK_FALSE(module.runs);
  CHECK(option(below(module, "add"), "MODULE").many);
}

// What was described and what --help shows come from the same calls; this holds them together.
TEST_CASE("the description has all that --help has", "[cli]") {
  visit_all(describe_commands(), {},
            [](std::vector<std::string> words, const CommandHelp& command) {
              words.emplace_back("--help");
              const auto help = Program().run(words).out;
              INFO(help);
              for (const auto& each : command.options)
                CHECK(help.find(each.name) != std::string::npos);
              for (const auto& each : command.commands)
                CHECK(help.find(each.name) != std::string::npos);
              const std::regex option{R"(\n  (-[a-z],)?--)"};
              const auto shown =
                  std::distance(std::sregex_iterator(help.begin(), help.end(), option), {});
              const auto options = std::ranges::count_if(
                  command.options, [](const OptionHelp& each) { return !each.is_argument(); });
              // --help is described once, for the outermost, and shown for every command.
              CHECK(shown == options + (words.size() == 1 ? 0 : 1));
            });
}

}  // namespace gradus::cli::command_help_test
