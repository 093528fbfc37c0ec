#include "cli/command.hpp"

#include "gradus/curriculum/nearest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace gradus::cli {
namespace {

// The name of an argument says all; a type beside it is only told where the grammar gives one.
CLI::Option& untyped(CLI::Option* option, const std::string& name) {
  if (name.front() != '-') option->type_name("");
  return *option;
}

// What a value's type alone says of how to complete it.
Completion completion_of_type(const std::string& type) {
  if (type == "FILE" || type == "PATH") return Completion::file;
  if (type == "DATE") return Completion::day;
  return Completion::none;
}

}  // namespace

Option& Option::required() {
  option_->required();
  if (help_ != nullptr) help_->required = true;
  return *this;
}

Option& Option::type_name(const std::string& name) {
  option_->type_name(name);
  if (help_ != nullptr) {
    help_->type = name;
    help_->completes = completion_of_type(name);
  }
  return *this;
}

Option& Option::completes(Completion completion) {
  if (help_ != nullptr) help_->completes = completion;
  return *this;
}

OptionHelp* Command::tell(OptionHelp option) {
  if (help_ == nullptr) return nullptr;
  if (option.is_argument()) {
    option.completes = completion_of_type(option.name);
  } else if (!option.flag) {
    option.type = "TEXT";  // CLI11's word for it
  }
  return &help_->options.emplace_back(std::move(option));
}

Option Command::add_option(const std::string& name, std::string& value,
                           const std::string& description) {
  return {untyped(app_->add_option(name, value, description), name),
          tell({.name = name, .type = {}, .description = description})};
}

Option Command::add_option(const std::string& name, std::optional<std::string>& value,
                           const std::string& description) {
  return {untyped(app_->add_option(name, value, description), name),
          tell({.name = name, .type = {}, .description = description})};
}

Option Command::add_option(const std::string& name, std::vector<std::string>& values,
                           const std::string& description) {
  return {untyped(app_->add_option(name, values, description), name),
          tell({.name = name, .type = {}, .description = description, .many = true})};
}

void Command::add_flag(const std::string& name, bool& value, const std::string& description) {
  app_->add_flag(name, value, description);
  tell({.name = name, .type = {}, .description = description, .flag = true});
}

Option Command::add_choice(const std::string& name, std::vector<std::string> words,
                           std::function<void(const std::string&)> take,
                           const std::string& description) {
  CLI::Option* option = app_->add_option_function<std::string>(name, std::move(take), description);
  OptionHelp* help = tell({.name = name, .type = {}, .description = description, .choices = words});
  option->type_name(CLI::detail::join(words, "|"));
  const auto check = [words = std::move(words)](const std::string& word) {
    return std::ranges::find(words, word) == words.end() ? curriculum::none_of(word, words)
                                                         : std::string();
  };
  option->check(CLI::Validator(check, ""));
  return {*option, help};
}

// CLI11 calls back as soon as it meets the command's name, before it reads on: most runs name one
// command, and describing all of them would cost more than running it.
Command Command::add(const std::string& name, const std::string& description,
                     const std::string& examples, Describe describe) {
  if (app_->get_require_subcommand_max() == 0) app_->require_subcommand(0, 1);
  CLI::App* below = app_->add_subcommand(name, description);
  below->fallthrough();
  below->footer("Examples:\n" + examples + "\nOptions of every command: gradus --help");
  if (help_ != nullptr) {
    help_->commands.push_back({.name = name, .description = description, .examples = examples});
    Command command{*below, *line_, &help_->commands.back()};
    describe(command);
    return command;
  }
  below->preparse_callback([below, line = line_, describe = std::move(describe)](std::size_t) {
    Command command{*below, *line, nullptr};
    describe(command);
  });
  return Command{*below, *line_, nullptr};
}

void Command::runs(std::function<ExitCode(Session&)> verb) {
  app_->callback([app = app_, line = line_, verb = std::move(verb)] {
    if (app->get_subcommands().empty()) line->command = verb;
  });
}

void Command::add_family(const std::string& name, const std::string& description,
                         const std::string& examples, Describe describe) {
  add(name, description, examples, [describe = std::move(describe)](Command& family) {
    family.app_->require_subcommand(1);
    if (family.help_ != nullptr) family.help_->runs = false;
    describe(family);
  });
}

}  // namespace gradus::cli
