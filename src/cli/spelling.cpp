#include "cli/spelling.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace gradus::cli {
namespace {

const CLI::App& root_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app : root_of(*app.get_parent());
}

bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-' && !(word[1] >= '0' && word[1] <= '9');
}

// "a, b or c"
std::string alternatives(const std::vector<std::string>& names) {
  const std::string& last = names.back();
  return fmt::format("{} or {}", fmt::join(names.begin(), names.end() - 1, ", "), last);
}

// The name that the word is or begins; the word itself when it begins none. Throws Error when it
// begins several.
std::string spelled_out(const std::string& word, const std::vector<std::string>& names,
                        const std::string& where) {
  if (std::ranges::find(names, word) != names.end()) return word;
  std::vector<std::string> begun;
  for (const std::string& name : names)
    if (name.starts_with(word)) begun.push_back(name);
  if (begun.empty()) return word;
  if (begun.size() == 1) return begun.front();
  throw Error(fmt::format("\"{}\" could be {}{}", word, alternatives(begun), where),
              "type a little more of the one you mean");
}

// The words that a switch may have for a value.
bool is_switch_word(const std::string& value) {
  constexpr std::array<std::string_view, 8> taken{"true", "false", "yes", "no",
                                                  "on",   "off",   "1",   "0"};
  return std::ranges::find(taken, lower(value)) != taken.end();
}

void check_switch(const std::string& name, const std::string& value) {
  if (is_switch_word(value)) return;
  throw Error(fmt::format("{} \"{}\" is neither yes nor no", name, value),
              fmt::format("{0} alone switches it on, {0}=no off", name));
}

// Goes through the words as the parser will.
class Speller {
 public:
  Speller(CLI::App& gradus, CommandLine& line) : reached_(&gradus), line_(line) {}

  std::vector<std::string> all(const std::vector<std::string>& typed) {
    for (const std::string& word : typed) take(word);
    settle_switch(nullptr);
    return std::move(result_);
  }

 private:
  // A switch that may have a value takes the next word only if it is one: true, or "" for none.
  bool settle_switch(const std::string* next) {
    if (!std::exchange(value_may_follow_, false)) return false;
    const bool given = next != nullptr && (next->empty() || is_switch_word(*next));
    result_.back() += "=" + (given ? *next : "true");
    return given;
  }

  void take(const std::string& word) {
    if (settle_switch(&word)) return;
    if (only_arguments_ || std::exchange(value_follows_, false)) {
      result_.push_back(word);
    } else if (word == "--") {
      only_arguments_ = true;
      result_.push_back(word);
    } else if (word.starts_with("--")) {
      take_option(word);
    } else if (looks_like_option(word)) {
      take_short_option(word);
    } else {
      take_word(word);
    }
  }

  void take_option(const std::string& word) {
    const auto equals = word.find('=');
    const std::string typed = word.substr(0, equals);
    const std::string name =
        spelled_out(typed, option_names(*reached_), " of " + full_name(*reached_));
    const CLI::Option& option = find_option(name);
    const bool is_switch = option.get_expected_max() == 0;
    const bool may_have_value = !is_switch && option.get_expected_min() == 0;
    if (equals == std::string::npos) {
      value_follows_ = !is_switch && !may_have_value;
      value_may_follow_ = may_have_value;
      result_.push_back(name);
      return;
    }
    if (is_switch || (may_have_value && equals + 1 < word.size()))
      check_switch(name, word.substr(equals + 1));
    result_.push_back(name + word.substr(equals));
  }

  // "-t joins" and "-tjoins".
  void take_short_option(const std::string& word) {
    const CLI::Option& option = find_option(word.substr(0, 2));
    value_follows_ = word.size() == 2 && option.get_expected_max() > 0;
    result_.push_back(word);
  }

  void take_word(const std::string& word) {
    const auto names = command_names(*reached_);
    if (argument_seen_ || names.empty()) {
      argument_seen_ = true;
      result_.push_back(word);
      return;
    }
    const std::string name = spelled_out(word, names, "");
    const auto below = reached_->get_subcommands(
        [&](const CLI::App* command) { return command->get_name() == name; });
    if (below.empty()) {
      argument_seen_ = true;
      result_.push_back(word);
    } else {
      enter(*below.front());
      result_.push_back(name);
    }
  }

  void enter(CLI::App& below) {
    reached_ = &below;
    auto described = line_.described_when_reached.extract(&below);
    if (!described.empty()) described.mapped()();
  }

  // One of the command reached, of gradus, or of a command in between: that one is refused later,
  // with where to write it.
  const CLI::Option& find_option(const std::string& name) const {
    for (const CLI::App* app = reached_; app != nullptr; app = app->get_parent())
      if (const CLI::Option* option = app->get_option_no_throw(name)) return *option;
    const std::string near = text::did_you_mean(name, option_names(*reached_));
    throw Error(fmt::format("unknown option \"{}\" of {}", name, full_name(*reached_)),
                near.empty() ? fmt::format("see {} --help", full_name(*reached_)) : near);
  }

  CLI::App* reached_;
  CommandLine& line_;
  std::vector<std::string> result_;
  bool value_follows_ = false;
  bool value_may_follow_ = false;
  bool argument_seen_ = false;
  bool only_arguments_ = false;  // after "--"
};

}  // namespace

std::vector<std::string> spelled_out(const std::vector<std::string>& typed, CLI::App& gradus,
                                     CommandLine& line) {
  return Speller{gradus, line}.all(typed);
}

std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? "gradus" : full_name(*parent) + " " + command.get_name();
}

std::vector<std::string> command_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(below->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  const auto add = [&names](const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  };
  add(command);
  if (command.get_parent() != nullptr) add(root_of(command));
  std::ranges::sort(names);  // --help is an option of each
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace gradus::cli
