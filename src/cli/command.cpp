#include "cli/command.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/spelling.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

// An argument's name says enough; a type is shown only where the command gives one.
CLI::Option* untyped(CLI::Option* option, const std::string& name) {
  if (name.front() != '-') option->type_name("");
  return option;
}

constexpr auto emptiness = "emptiness";

// With the home folder in place of ~/ in a path.
void expand_paths(CLI::Option& option, const Config& config) {
  const auto expand = [&config](std::string& text) {
    text = config.from_home(text);
    return std::string();
  };
  option.transform(CLI::Validator(expand, "", "home"));
}

CLI::Option* not_empty(CLI::Option* option) {
  const bool argument = option->get_positional();
  const auto check = [argument](const std::string& text) -> std::string {
    if (!text.empty()) return "";
    return argument ? "its value is empty" : "its value is empty; give one or leave the option out";
  };
  return option->check(CLI::Validator(check, "", emptiness), emptiness);
}

// What a value's type alone says of how to complete it.
Completion completion_of_type(const std::string& type) {
  if (type == "FILE" || type == "PATH") return Completion::file;
  if (type == "DATE") return Completion::day;
  return Completion::none;
}

// Without the blanks before it.
std::string first_line(const std::string& examples) {
  const auto from = std::min(examples.find_first_not_of(' '), examples.size());
  return examples.substr(from, examples.find('\n', from) - from);
}

// The config file's table of a command: "plan.break"; empty for gradus itself.
std::string table_of(const CLI::App& app) {
  const CLI::App* above = app.get_parent();
  if (above == nullptr) return "";
  const std::string table = table_of(*above);
  return table.empty() ? app.get_name() : table + "." + app.get_name();
}

}  // namespace

Option& Option::required() {
  if (parts_.help != nullptr) parts_.help->required = true;
  if (parts_.configured) return *this;
  line_->required.push_back(parts_.option);
  preparation_->needed.push_back({demand_, {parts_.option}});
  return *this;
}

Option& Option::required_unless(const Option& other) {
  if (!parts_.configured && !other.parts_.configured)
    preparation_->needed.push_back({demand_, {parts_.option, other.parts_.option}});
  return *this;
}

Option& Option::may_be_bare() {
  parts_.option->expected(0, 1)->type_name("[true|false]");
  if (parts_.help != nullptr) parts_.help->type = "true|false";
  return offers({"true", "false"});
}

Option& Option::offers(const std::vector<std::string>& words) {
  demand_->choices = words;
  if (parts_.help != nullptr) parts_.help->offered = words;
  return *this;
}

Option::Option(Parts parts, std::shared_ptr<Demand> demand, CommandLine& line,
               std::shared_ptr<Preparation> preparation, const Config& config)
    : parts_(parts),
      demand_(std::move(demand)),
      line_(&line),
      preparation_(std::move(preparation)),
      config_(&config) {
  if (completion_of_type(parts_.option->get_name()) == Completion::file)
    expand_paths(*parts_.option, config);
}

Option& Option::type_name(const std::string& name) {
  parts_.option->type_name(name);
  if (name.find("FILE") != std::string::npos || name == "PATH")
    expand_paths(*parts_.option, *config_);
  if (parts_.help != nullptr) {
    parts_.help->type = name;
    parts_.help->completes = completion_of_type(name);
  }
  return *this;
}

Option& Option::completes(Completion completion) {
  demand_->completes = completion;
  if (parts_.help != nullptr) parts_.help->completes = completion;
  return *this;
}

Option& Option::may_be_empty() {
  parts_.option->get_validator(emptiness)->active(false);
  return *this;
}

OptionHelp* Command::note(OptionHelp option) {
  if (help_ == nullptr) return nullptr;
  const auto comma = option.name.find(',');
  if (comma != std::string::npos) {
    option.short_name = option.name.substr(0, comma);
    option.name.erase(0, comma + 1);
  }
  if (option.is_argument()) {
    option.completes = completion_of_type(option.name);
  } else if (!option.flag) {
    option.type = "TEXT";  // CLI11's word for it
  }
  return &help_->options.emplace_back(std::move(option));
}

const TomlSetting* Command::configured(const std::string& name) const {
  if (config_->empty() || name.front() != '-') return nullptr;
  return config_->find(table_of(*app_), name.substr(name.find("--") + 2));
}

Option Command::made(Option::Parts parts, std::function<void(const std::string&)> give,
                     std::vector<std::string> choices) {
  const auto& option = *parts.option;
  return {
      parts,
      std::make_shared<Demand>(Demand{
          .name = option.get_positional() ? option.get_name() : "--" + option.get_lnames().front(),
          .description = option.get_description(),
          .choices = std::move(choices),
          .give = std::move(give)}),
      *line_, preparation_, *config_};
}

// Config::check refuses what is passed over here: a list for one value, a word that is no choice.
Option Command::add_read(const std::string& name, const std::string& description, Takes takes,
                         Take take) {
  const auto* set = configured(name);
  const bool usable = set != nullptr && (takes == Takes::many || !set->list);
  const auto texts = std::make_shared<std::vector<std::string>>();
  if (usable) *texts = set->values;
  CLI::Option* option = app_->add_option(
      name,
      [texts](const CLI::results_t& given) {
        *texts = given;
        return true;
      },
      description);
  if (takes == Takes::many) option->expected(1, CLI::detail::expected_max_vector_size);
  const auto typed_name = name.substr(name.find(',') + 1);
  preparation_->readings.push_back(
      [texts, typed_name, take = std::move(take)](const Session& session) {
        for (const std::string& text : *texts) take({typed_name, text, session});
      });
  return made(
      {untyped(not_empty(option), name), set != nullptr,
       note({.name = name, .type = {}, .description = description, .many = takes == Takes::many})},
      [texts](const std::string& text) { texts->push_back(text); });
}

Option Command::add_option(const std::string& name, std::string& value,
                           const std::string& description) {
  const auto* set = configured(name);
  if (set != nullptr && !set->list) value = set->values.front();
  return made({untyped(not_empty(app_->add_option(name, value, description)), name), set != nullptr,
               note({.name = name, .type = {}, .description = description})},
              [&value](const std::string& text) { value = text; });
}

Option Command::add_option(const std::string& name, std::optional<std::string>& value,
                           const std::string& description) {
  const auto* set = configured(name);
  if (set != nullptr && !set->list) value = set->values.front();
  return made({untyped(not_empty(app_->add_option(name, value, description)), name), set != nullptr,
               note({.name = name, .type = {}, .description = description})},
              [&value](const std::string& text) { value = text; });
}

Option Command::add_option(const std::string& name, std::vector<std::string>& values,
                           const std::string& description) {
  const auto* set = configured(name);
  if (set != nullptr) values = set->values;
  auto* const option = app_->add_option(name, values, description);
  // Each --name takes one value: the word behind that is an argument.
  if (name.starts_with('-')) option->allow_extra_args(false);
  return made({untyped(not_empty(option), name), set != nullptr,
               note({.name = name, .type = {}, .description = description, .many = true})},
              [&values](const std::string& text) { values.push_back(text); });
}

void Command::add_flag(const std::string& name, bool& value, const std::string& description) {
  if (const auto* set = configured(name)) value = set->as_switch().value_or(false);
  app_->add_flag(name, value, description);
  note({.name = name, .type = {}, .description = description, .flag = true});
}

Option Command::add_choice(const std::string& name, std::vector<std::string> words,
                           const std::function<void(const std::string&)>& take,
                           const std::string& description, const Refusal& refusal) {
  const auto* set = configured(name);
  const auto take_any_case = [take](const std::string& word) { take(lower(word)); };
  if (set != nullptr && !set->list &&
      std::ranges::find(words, lower(set->values.front())) != words.end())
    take_any_case(set->values.front());
  CLI::Option* option = app_->add_option_function<std::string>(name, take_any_case, description);
  OptionHelp* help = note({.name = name, .type = {}, .description = description, .choices = words});
  option->type_name(CLI::detail::join(words, "|"));
  const auto check = [words, refusal](const std::string& word) {
    if (std::ranges::find(words, lower(word)) != words.end()) return std::string();
    auto reason = refusal ? refusal(word) : std::string();
    return reason.empty() ? text::none_of(word, words) : reason;
  };
  option->check(CLI::Validator(check, ""));
  return made(
      {option, set != nullptr, help},
      [=](const std::string& word) {
        const auto reason = check(word);
        if (!reason.empty()) throw Error(reason, "see the list above");
        take_any_case(word);
      },
      words);
}

// Most runs name one command, and describing all of them would cost more than running it: a
// command is described when the words reach it.
Command Command::add(const std::string& name, const std::string& description,
                     const std::string& examples, Describe describe) {
  if (app_->get_require_subcommand_max() == 0) app_->require_subcommand(0, 1);
  CLI::App* below = app_->add_subcommand(name, description);
  below->fallthrough();
  below->group(group_.empty() ? "Subcommands" : group_);  // else it takes that of its family
  below->footer("Examples:\n" + examples + "\nOptions of every command: gradus --help");
  Command command{*below, *line_, *config_, nullptr};
  command.preparation_->example = first_line(examples);
  if (help_ != nullptr) {
    help_->commands.push_back({.name = name, .description = description, .examples = examples});
    command.help_ = &help_->commands.back();
    describe(command);
  } else {
    line_->described_when_reached.emplace(
        below, [command, describe = std::move(describe)]() mutable { describe(command); });
  }
  return command;
}

void Command::add_remarks(const std::string& remarks) {
  app_->footer(fmt::format("{}\n\n{}", app_->get_footer(), remarks));
  if (help_ != nullptr) help_->remarks = remarks;
}

void Command::runs(std::function<ExitCode(Session&)> verb) {
  app_->callback([app = app_, line = line_, preparation = preparation_, verb = std::move(verb)] {
    if (!app->get_subcommands().empty()) return;
    std::vector<Demand> missing;
    for (const auto& [demand, given_by] : preparation->needed)
      if (std::ranges::all_of(given_by, [](const auto* option) { return option->count() == 0; }))
        missing.push_back(*demand);
    line->command = [name = full_name(*app), missing, preparation, verb](Session& session) {
      ask_for(missing, name, preparation->example, session);
      for (const auto& read : preparation->readings) read(session);
      return verb(session);
    };
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
