#include "gradus/cli/run.hpp"

#include "gradus/plan/error.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/error.hpp"

#include "cli/command_line.hpp"
#include "cli/error.hpp"
#include "cli/session.hpp"

#include <algorithm>
#include <exception>
#include <ostream>
#include <sstream>
#include <string>

namespace gradus::cli {
namespace {

struct Kind {
  ExitCode code;
  const char* name;
};

// What kind of failure an exception is. Whatever is not listed is bad input.
Kind kind_of(const std::exception& error) {
  if (dynamic_cast<const store::NotFound*>(&error) != nullptr) return {ExitCode::usage, "usage"};
  if (dynamic_cast<const store::NameTaken*>(&error) != nullptr)
    return {ExitCode::refused, "refused"};
  if (dynamic_cast<const store::Error*>(&error) != nullptr) return {ExitCode::store, "store"};
  if (dynamic_cast<const rules::Error*>(&error) != nullptr) return {ExitCode::refused, "refused"};
  if (dynamic_cast<const plan::Error*>(&error) != nullptr) return {ExitCode::refused, "refused"};
  return {ExitCode::usage, "usage"};
}

// Our messages may have several lines; whatever else is in them can't drive the terminal.
std::string printable(const std::string& text) {
  std::istringstream lines{text};
  std::string printed, line;
  while (std::getline(lines, line))
    printed += (printed.empty() ? "" : "\n") + report::visible(line);
  return printed;
}

ExitCode report_failure(const std::exception& error, bool json, std::ostream& err) {
  const Kind kind = kind_of(error);
  const auto* ours = dynamic_cast<const gradus::Error*>(&error);
  const std::string hint = ours == nullptr ? "" : ours->hint();
  if (json) {
    err << report::error_json(kind.name, error.what(), hint);
  } else {
    err << "gradus: " << printable(error.what()) << '\n';
    if (!hint.empty()) err << "  hint: " << printable(hint) << '\n';
  }
  return kind.code;
}

// Before the words are understood: whether errors are to be JSON all the same.
bool asks_for_json(const std::vector<std::string>& args) {
  return std::ranges::find(args, "--json") != args.end();
}

}  // namespace

ExitCode run(const std::vector<std::string>& args, const World& world) {
  try {
    const CommandLine line = parse_command_line(args);
    if (line.print) {
      world.out << *line.print;
      return ExitCode::done;
    }
    Session session = open_session(line.options, world);
    const ExitCode code = line.command(session);
    world.out.flush();
    if (!world.out) throw Error("the answer could not be written in full: is the disk full?");
    return code;
  } catch (const std::exception& error) {
    return report_failure(error, asks_for_json(args), world.err);
  }
}

}  // namespace gradus::cli
