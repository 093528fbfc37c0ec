#pragma once

#include "gradus/cli/run.hpp"

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

enum class Shell { bash, zsh, fish };

struct PrintCompletion {
  Shell shell = Shell::bash;
};
ExitCode run(const PrintCompletion& request, Session& session);

// What the scripts of PrintCompletion call: the candidates for the last of the words (those behind
// "gradus", the last may be empty), one a line, each with a tab and what it means. The line
// ":files" stands for the files of the shell's own completion. Never fails, never writes.
struct CompleteWords {
  std::vector<std::string> words;
};
ExitCode run(const CompleteWords& request, Session& session);

}  // namespace gradus::cli
