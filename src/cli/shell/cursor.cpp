#include "cli/shell/cursor.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::cli {
namespace {

// By its name, or by what only its name begins with.
const CommandHelp* find_command(const CommandHelp& above, const std::string& name) {
  const auto found = std::ranges::find(above.commands, name, &CommandHelp::name);
  if (found != above.commands.end()) return &*found;
  const auto begins = [&](const CommandHelp& command) { return command.name.starts_with(name); };
  const auto begun = std::ranges::find_if(above.commands, begins);
  return std::ranges::count_if(above.commands, begins) == 1 ? &*begun : nullptr;
}

// A command takes the options of those above it as well.
const OptionHelp* find_option(const Cursor& cursor, const std::string& name) {
  for (const auto* command : cursor.commands) {
    const auto found = std::ranges::find_if(command->options, [&](const OptionHelp& option) {
      return option.name == name || option.short_name == name;
    });
    if (found != command->options.end()) return &*found;
  }
  return nullptr;
}

// The argument at a position, from 0; the last one if it takes any number.
const OptionHelp* find_argument(const CommandHelp& command, std::size_t position) {
  const OptionHelp* last = nullptr;
  for (const auto& option : command.options) {
    if (!option.is_argument()) continue;
    last = &option;
    if (position-- == 0) return last;
  }
  // Words to choose from are chosen once.
  return last != nullptr && last->many && last->offered.empty() ? last : nullptr;
}

bool is_option(const std::string& word) {
  return word.size() > 1 && word.front() == '-';
}

// Goes through the words as the parser would, as far as their kinds matter.
class Walk {
 public:
  explicit Walk(const CommandHelp& gradus) { cursor_.commands.push_back(&gradus); }

  // A whole word.
  void pass(const std::string& word) {
    if (pending_ != nullptr)
      cursor_.given[std::exchange(pending_, nullptr)->name] = word;
    else if (!only_arguments_ && word == "--")
      only_arguments_ = true;
    else if (!only_arguments_ && is_option(word))
      pass_option(word);
    else if (const auto* command =
                 only_arguments_ ? nullptr : find_command(*cursor_.commands.back(), word))
      enter(*command);
    else
      ++arguments_;
  }

  // The word before the cursor.
  Cursor arrive(const std::string& word) && {
    cursor_.typed = word;
    const auto equals = word.find('=');
    if (pending_ != nullptr) {
      cursor_.value = pending_;
    } else if (!only_arguments_ && word.starts_with("--") && equals != std::string::npos) {
      cursor_.value = find_option(cursor_, word.substr(0, equals));
      cursor_.before = word.substr(0, equals + 1);
      cursor_.typed.erase(0, equals + 1);
    } else if (!only_arguments_ && word.starts_with('-')) {
      cursor_.option = true;
    } else {
      cursor_.command = arguments_ == 0 && !only_arguments_;
      cursor_.value = find_argument(*cursor_.commands.back(), arguments_);
    }
    return std::move(cursor_);
  }

 private:
  void pass_option(const std::string& word) {
    if (const auto equals = word.find('='); equals != std::string::npos) {
      cursor_.given[word.substr(0, equals)] = word.substr(equals + 1);
      return;
    }
    const auto* option = find_option(cursor_, word);
    if (option == nullptr) return;
    if (option->flag)
      cursor_.given[word];
    else
      pending_ = option;
  }

  void enter(const CommandHelp& command) {
    cursor_.commands.push_back(&command);
    arguments_ = 0;
  }

  Cursor cursor_;
  const OptionHelp* pending_ = nullptr;  // an option whose value is the next word
  std::size_t arguments_ = 0;            // of the command reached, so far
  bool only_arguments_ = false;          // after "--"
};

}  // namespace

Cursor find_cursor(const CommandHelp& gradus, const std::vector<std::string>& words) {
  Walk walk(gradus);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) walk.pass(words[i]);
  return std::move(walk).arrive(words.empty() ? "" : words.back());
}

}  // namespace gradus::cli
