#pragma once

#include "cli/command_help.hpp"

#include <map>
#include <string>
#include <vector>

namespace gradus::cli {

// What is being typed at the end of an unfinished command line.
struct Cursor {
  std::vector<const CommandHelp*> commands;  // gradus first, then those reached; never empty
  const OptionHelp* value = nullptr;         // the option or argument whose value is typed
  std::string typed;                         // of the word, or of the value behind "--option="
  std::string before;                        // "--option=", if it is part of the same word
  bool option = false;                       // a word that begins with a dash
  bool command = false;                      // a command may stand here
  std::map<std::string, std::string> given;  // the options so far, with their values
};

// `words` as for CompleteWords. The cursor points into `gradus`.
[[nodiscard]] Cursor find_cursor(const CommandHelp& gradus, const std::vector<std::string>& words);

}  // namespace gradus::cli
