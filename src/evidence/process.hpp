#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::evidence {

struct Command {
  std::vector<std::string> words;        // the first is the program's path
  std::vector<std::string> environment;  // NAME=value; nothing else is passed on
};

enum class Ending {
  exited,     // on its own
  killed,     // by a signal
  too_long,   // it was stopped at the time limit
  too_much,   // it was stopped for writing more than the limit
  not_begun,  // the program could not be started
};

struct Ran {
  Ending ending = Ending::not_begun;
  int code = 0;          // its exit code, when it exited
  std::string output{};  // stdout; stderr is discarded
};

struct ProcessLimits {
  std::chrono::seconds time;  // by the clock, and of the processor
  std::size_t output;         // bytes of stdout
  std::size_t memory;         // bytes of address space
};

// Runs a program without input and waits for it to end. By the time it returns, the program has
// exited. It can write to no file.
[[nodiscard]] Ran run(const Command& command, const ProcessLimits& limits);

}  // namespace gradus::evidence
