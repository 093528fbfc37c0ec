#pragma once

#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::testing {

// A program with a plan since autumn.
class ExchangeProgram : public Program {
 public:
  ExchangeProgram() : Program("2026-12-20") { REQUIRE(run("init --start 2026-09-28").code == 0); }

  // Imports the text as a file of the format.
  Answer import(const std::string& format, const std::string& text,
                const std::string& options = {}) {
    folder().write("file", text);
    return run("import " + format + " $FOLDER/file " + options);
  }
  nlohmann::json outcome(const std::string& format, const std::string& text,
                         const std::string& options = {}) {
    const auto answer = import(format, text, "--json " + options);
    INFO(answer.out << answer.err);
    return nlohmann::json::parse(answer.out);
  }
  std::string exported(const std::string& format = "jsonl") { return run("export " + format).out; }
};

}  // namespace gradus::testing
