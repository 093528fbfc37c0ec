#include "gradus/text/nearest.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/shell/help_topics.hpp"
#include "cli/spelling.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

constexpr auto what_gradus_is =
    "Plans what to study, records what was done, and says whether you may move on.\n"
    "Without a command: gradus today.";
constexpr auto first_examples =
    "  gradus init --start 2026-11-30 --stack us\n"
    "  gradus log 50m read --note \"CTE chapter\"\n"
    "  gradus ready\n";

std::string topics() {
  std::string text;
  for (const auto& [name, about, write] : help_topics)
    text += fmt::format("  gradus help {:<15}{}\n", name, about);
  return text;
}

void add_global_options(Command& gradus, GlobalOptions& options) {
  gradus.add_option("--store", options.store, "The store to use (also GRADUS_STORE)")
      .type_name("PATH");
  gradus.add_option("--track", options.track, "The track to use instead of the current one")
      .type_name("NAME")
      .completes(Completion::track);
  gradus.add_option("--today", options.today, "Use this as today's date (also GRADUS_TODAY)")
      .type_name("YYYY-MM-DD");
  gradus.add_flag("--json", options.json, "Answer with one JSON document");
  const std::map<std::string, Colour> colours{
      {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
  gradus.add_choice(
      "--color", {"auto", "always", "never"},
      [&options, colours](const std::string& word) { options.colour = colours.at(word); },
      "When to use colour");
  gradus.add_flag("--quiet", options.quiet, "Leave out warnings and confirmations");
  gradus.add_flag("--no-input", options.no_input, "Never ask a question");
  gradus.add_flag("--no-pager", options.no_pager,
                  "Print long answers as they are, not through $PAGER");
}

// Variables stand above the config file: what it says of these goes, and the session asks them.
void yield_to_environment(GlobalOptions& options, const Environment& environment) {
  const auto is_set = [&](const char* name) { return !environment(name).value_or("").empty(); };
  if (is_set("GRADUS_STORE")) options.store.clear();
  if (is_set("GRADUS_TODAY")) options.today.clear();
  if (is_set("NO_COLOR") || is_set("CLICOLOR_FORCE")) options.colour = Colour::automatic;
}

void describe(Command& gradus, GlobalOptions& options) {
  add_global_options(gradus, options);
  using Add = void (*)(Command&);
  const std::vector<std::pair<const char*, std::vector<Add>>> groups{
      {"Plan", {add_init, add_plan, add_replan, add_track, add_curriculum}},
      {"Record",
       {add_log,    add_solve, add_artefact, add_attest, add_waive, add_start,     add_pause,
        add_resume, add_stop,  add_cancel,   add_review, add_drill, add_interview, add_apply,
        add_exam,   add_run,   add_spend,    add_edit,   add_rm,    add_undo,      add_redo}},
      {"Look",
       {add_today, add_week, add_open, add_ready, add_unlock, add_modules, add_pace, add_forecast,
        add_decide, add_advise, add_entries, add_report, add_mcp}},
      {"Data and help",
       {add_import, add_export, add_backup, add_restore, add_doctor, add_help, add_completion}}};
  for (const auto& [title, adders] : groups) {
    gradus.begin_group(title);
    for (const auto add : adders) add(gradus);
  }
}

// The innermost command the words reached: errors speak of its words.
const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

// `app.remaining()` holds the words no command took.
[[noreturn]] void refuse_extra_words(const CLI::App& app) {
  const CLI::App& reached = innermost(app);
  const std::string help = full_name(reached) + " --help";
  const std::string word = app.remaining(true).empty() ? "" : app.remaining(true).front();
  const auto names = command_names(reached);
  if (!names.empty()) {
    const std::string near = text::did_you_mean(word, names);
    const bool outermost = reached.get_parent() == nullptr;
    const std::string all =
        outermost ? "see " + help : fmt::format("its commands are {}", fmt::join(names, ", "));
    throw Error(
        fmt::format("unknown command \"{}\"{}", word, outermost ? "" : " of " + full_name(reached)),
        near.empty() ? all : near);
  }
  throw Error("\"" + word + "\" is one word too many for " + full_name(reached),
              "a text of several words stands in quotes; see " + help);
}

// Nothing is where a command of a family should be, or another word.
[[noreturn]] void refuse_missing_command(const CLI::App& app) {
  if (!app.remaining(true).empty()) refuse_extra_words(app);
  const CLI::App& reached = innermost(app);
  throw Error(fmt::format("{} needs a command: {}", full_name(reached),
                          fmt::join(command_names(reached), ", ")),
              "see " + full_name(reached) + " --help");
}

// "--on: At Most 1 required but received 2", "--note: 1 required TEXT missing".
[[noreturn]] void refuse_count(const CLI::App& app, const CLI::ArgumentMismatch& error) {
  std::string message = error.what();
  const auto name = message.substr(0, message.find(':'));
  if (message.ends_with(" missing")) message = name + " needs a value";
  if (message.find(": At Most 1 required") != std::string::npos)
    message = name + " was given more than once; give it once";
  throw Error(message, "see " + full_name(innermost(app)) + " --help");
}

// What was typed for the command itself, where one of its own commands was reached: words as they
// stand, options by name.
std::vector<std::string> given_to(const CLI::App& command) {
  std::vector<std::string> given;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional()) {
      if (option->count() > 0) given.push_back(option->get_name());
      continue;
    }
    for (const std::string& word : option->results()) given.push_back(fmt::format("\"{}\"", word));
  }
  return given;
}

// `plan break --note x list`: CLI11 hands the note to `plan break`, which doesn't run. Only
// gradus's own options are for every command.
void refuse_words_for_others(const CLI::App& app) {
  const CLI::App& reached = innermost(app);
  if (&reached == &app) return;
  std::vector<std::string> lost;
  for (const CLI::App* above = reached.get_parent(); above != &app; above = above->get_parent())
    for (auto& each : given_to(*above)) lost.push_back(std::move(each));
  if (lost.empty()) return;
  const std::string name = full_name(reached);
  const auto own = option_names(reached);
  std::vector<std::string> not_taken;
  std::ranges::copy_if(lost, std::back_inserter(not_taken), [&](const std::string& each) {
    return std::ranges::find(own, each) == own.end();
  });
  if (!not_taken.empty())
    throw Error(fmt::format("{} doesn't take {}", name, fmt::join(not_taken, ", ")),
                fmt::format("leave out what belongs to another command; see {} --help", name));
  const auto words = fmt::format("{}", fmt::join(lost, " "));
  throw Error(fmt::format("{} is before {}, where it would be lost", words, reached.get_name()),
              fmt::format("write it at the end: {} … {}", name, words));
}

void parse(CLI::App& app, CommandLine& line, const std::vector<std::string>& typed) {
  auto args = spelled_out(typed, app, line);
  std::ranges::reverse(args);  // CLI11 takes the last word first
  try {
    app.parse(args);
    refuse_words_for_others(app);
  } catch (const CLI::CallForHelp&) {
    if (!app.remaining(true).empty() && !command_names(innermost(app)).empty())
      refuse_extra_words(app);
    for (auto* option : line.required) option->required();
    line.print = app.help();
  } catch (const CLI::CallForVersion&) {
    line.print = "gradus " GRADUS_VERSION "\n";
  } catch (const CLI::ExtrasError&) {
    refuse_extra_words(app);
  } catch (const CLI::RequiredError&) {
    refuse_missing_command(app);
  } catch (const CLI::ArgumentMismatch& error) {
    refuse_count(app, error);
  } catch (const CLI::ParseError& error) {
    throw Error(error.what(), "see " + full_name(innermost(app)) + " --help");
  }
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& args,
                               const Environment& environment) {
  const Config config = Config::load(environment);
  CLI::App app{what_gradus_is, "gradus"};
  CommandLine line;
  line.options.warnings = config.warnings();
  line.options.preferences = config.preferences();
  app.set_version_flag("--version", "gradus " GRADUS_VERSION);
  Command gradus{app, line, config, nullptr};
  describe(gradus, line.options);
  yield_to_environment(line.options, environment);
  app.footer(
      fmt::format("Topics:\n{}\nExamples:\n{}\n"
                  "Exit codes: 0 done or yes, 1 the answer is no, 2 wrong usage or bad input,\n"
                  "3 the store can't be used, 4 a rule forbids it.",
                  topics(), first_examples));
  parse(app, line, args);
  if (!line.print) config.check();
  if (!line.print && !line.command) line.command = show_today_or_welcome;
  return line;
}

CommandHelp describe_commands() {
  CLI::App app;
  CommandLine line;
  const Config config;
  CommandHelp help{.name = "gradus", .description = what_gradus_is, .examples = first_examples};
  Command gradus{app, line, config, &help};
  describe(gradus, line.options);
  // CLI11's own.
  help.options.push_back({.name = "--version",
                          .type = {},
                          .description = "Display program version information and exit",
                          .flag = true});
  help.options.push_back({.name = "--help",
                          .type = {},
                          .description = "Print this help message and exit",
                          .flag = true});
  return help;
}

}  // namespace gradus::cli
