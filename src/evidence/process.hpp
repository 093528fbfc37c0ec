#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::evidence {

struct Command {
  std::vector<std::string> words;        // the first is the program's file
  std::vector<std::string> environment;  // NAME=value; nothing else is handed on
};

enum class Ending {
  exited,     // by itself
  killed,     // by a signal
  too_long,   // it was stopped at the time limit
  too_much,   // it was stopped when it had written more than was wanted
  not_begun,  // the program could not be started
};

struct Ran {
  Ending ending = Ending::not_begun;
  int code = 0;          // its exit code, when it exited
  std::string output{};  // of stdout; the rest goes nowhere
};

// Runs a program without input and waits for its end. When it returns, the program is gone.
[[nodiscard]] Ran run(const Command& command, std::chrono::seconds limit, std::size_t most_output);

}  // namespace gradus::evidence
