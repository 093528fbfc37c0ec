#pragma once

// How the words of a command become values and a call of its verb. CLI11 does the work, out of
// sight: its header is heavy, and command.cpp and grammar.cpp alone pay for it.

#include "cli/command_help.hpp"
#include "cli/command_line.hpp"
#include "cli/demand.hpp"
#include "cli/readers.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own
class Option;
}

namespace gradus::cli {

// The names of an enumeration's values, as the words of a choice.
template <class Value>
[[nodiscard]] std::string name_of(Value value) {
  return std::string{name(value)};
}
template <class Values>
[[nodiscard]] std::vector<std::string> words(const Values& values) {
  std::vector<std::string> result;
  result.reserve(values.size());
  for (const auto value : values) result.push_back(name_of(value));
  return result;
}

// What a command does with its words before it runs.
struct Preparation {
  std::string example;  // a whole command line
  std::vector<std::function<void(const Session&)>> readings{};
  // What it can't do without, and the options that give it.
  struct Needed {
    std::shared_ptr<Demand> demand;
    std::vector<const CLI::Option*> given_by;
  };
  std::vector<Needed> needed{};
};

// An option or argument just added, and what else there is to say of it.
class Option {
 public:
  // `configured`: the config file gives it a value. `help` is null unless everything is to be
  // described.
  struct Parts {
    CLI::Option* option;
    bool configured;
    OptionHelp* help;
  };
  Option(Parts parts, std::shared_ptr<Demand> demand, CommandLine& line,
         std::shared_ptr<Preparation> preparation, const Config& config);
  // The command can't do without it: see ask_for.
  Option& required();
  // The command can't do without one of the two.
  Option& required_unless(const Option& other);
  // Its value is true or false, and left out it is true.
  Option& may_be_bare();
  // The words to choose from, where more are understood.
  Option& offers(const std::vector<std::string>& words);
  // What the help calls its value, such as DATE. Files and days are completed by their type.
  Option& type_name(const std::string& name);
  Option& completes(Completion completion);
  // An empty text is a value too. Of other options it would be taken for none at all, so it is
  // refused: a script's "$DAY" may stand for nothing.
  Option& may_be_empty();

 private:
  Parts parts_;
  std::shared_ptr<Demand> demand_;
  CommandLine* line_;
  std::shared_ptr<Preparation> preparation_;
  const Config* config_;
};

// A command whose words are being described: its options (--name, or -n,--name), its arguments
// (names without dashes), the commands below it. An option's text becomes a value by its reader, a
// function from Typed that throws Error; it is called when the day is known and only for the
// command that runs. A value that isn't given stays as it is. The config file gives the options
// that weren't typed.
class Command {
 public:
  using Describe = std::function<void(Command&)>;

  // With `help`, everything below is described at once, and noted there as well.
  Command(CLI::App& app, CommandLine& line, const Config& config, CommandHelp* help)
      : app_(&app), line_(&line), config_(&config), help_(help) {}

  template <class T, class Read>
  requires std::is_invocable_r_v<T, Read, const Typed&> Option
  add_option(const std::string& name, T& value, Read read, const std::string& description) {
    return add_read(name, description, Takes::one,
                    [&value, read](const Typed& typed) { value = read(typed); });
  }
  template <class T, class Read>
  requires std::is_invocable_r_v<T, Read, const Typed&> Option add_option(
      const std::string& name, std::vector<T>& values, Read read, const std::string& description) {
    return add_read(name, description, Takes::many,
                    [&values, read](const Typed& typed) { values.push_back(read(typed)); });
  }
  // Texts as they are typed.
  Option add_option(const std::string& name, std::string& value, const std::string& description);
  Option add_option(const std::string& name, std::optional<std::string>& value,
                    const std::string& description);
  Option add_option(const std::string& name, std::vector<std::string>& values,
                    const std::string& description);
  void add_flag(const std::string& name, bool& value, const std::string& description);

  // What to say of a word that is none of the choices; empty to name the nearest.
  using Refusal = std::function<std::string(const std::string& word)>;
  // An option that is one of a few words, in any case, handed to `take`; another word is refused.
  Option add_choice(const std::string& name, std::vector<std::string> words,
                    const std::function<void(const std::string&)>& take,
                    const std::string& description, const Refusal& refusal = {});
  // One of the values of an enumeration, by their names.
  template <class T, class Values>
  Option add_choice(const std::string& name, T& value, const Values& values,
                    const std::string& description, const Refusal& refusal = {}) {
    return add_choice(
        name, words(values),
        [&value, &values](const std::string& word) {
          for (const auto each : values)
            if (gradus::cli::name_of(each) == word) value = each;
        },
        description, refusal);
  }

  // A command that runs `run(request, session)`, found beside the Request. `describe(command,
  // request)` adds its words once they are needed. `examples` are whole command lines, one a line.
  template <class Request, class DescribeRequest>
  void add_command(const std::string& name, const std::string& description,
                   const std::string& examples, DescribeRequest describe) {
    const auto request = std::make_shared<Request>();
    add(name, description, examples, [request, describe](Command& command) {
      describe(command, *request);
    }).runs([request](Session& session) { return run(*request, session); });
  }
  template <class Request>
  void add_command(const std::string& name, const std::string& description,
                   const std::string& examples) {
    add_command<Request>(name, description, examples, [](Command&, Request&) {});
  }

  // More to say of the command than fits in a line, below its examples: lines, each with its end.
  void add_remarks(const std::string& remarks);

  // The commands added from now on stand under this title in the help.
  void begin_group(const std::string& title) { group_ = title; }

  // A word that one of its commands must follow.
  void add_family(const std::string& name, const std::string& description,
                  const std::string& examples, Describe describe);

 private:
  enum class Takes { one, many };
  using Take = std::function<void(const Typed&)>;

  Option add_read(const std::string& name, const std::string& description, Takes takes, Take take);
  Command add(const std::string& name, const std::string& description, const std::string& examples,
              Describe describe);
  void runs(std::function<ExitCode(Session&)> verb);
  // What the config file sets an option of this command to; null when it says nothing.
  [[nodiscard]] const TomlSetting* configured(const std::string& name) const;
  // Notes an option in the help, if everything is to be described.
  OptionHelp* note(OptionHelp option);
  // `give` takes a text as if it had been typed.
  [[nodiscard]] Option made(Option::Parts parts, std::function<void(const std::string&)> give,
                            std::vector<std::string> choices = {});

  CLI::App* app_;
  CommandLine* line_;
  const Config* config_;
  CommandHelp* help_;
  std::string group_{};
  std::shared_ptr<Preparation> preparation_ = std::make_shared<Preparation>();
};

}  // namespace gradus::cli
