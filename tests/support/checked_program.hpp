#pragma once

#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::testing {

// A program whose answers are checked where they are asked for.
class CheckedProgram : public Program {
 public:
  using Program::Program;

  // What it says when it has done it.
  std::string done(const std::string& words) {
    const auto answer = run(words);
    INFO(words << ": " << answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  }
  // What it says on stderr when it refuses, having changed nothing.
  std::string refused(const std::string& words, int code = 2) {
    const auto before = read_file(store());
    const auto answer = run(words);
    INFO(words << ": " << answer.out);
    CHECK(answer.code == code);
    CHECK(answer.out.empty());
    CHECK(read_file(store()) == before);
    return answer.err;
  }
};

}  // namespace gradus::testing
