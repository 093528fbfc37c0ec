#include "gradus/cli/run.hpp"

#include "gradus/curriculum/error.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/error.hpp"

#include "cli/command_line.hpp"
#include "cli/error.hpp"
#include "cli/session.hpp"
#include "cli/shell/complete.hpp"
#include "cli/shell/man_page.hpp"
#include "cli/zone.hpp"

#include <algorithm>
#include <exception>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct Failure {
  ExitCode code;
  const char* name;  // the "kind" of the JSON error
};

Failure failure_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::refused:
      return {ExitCode::refused, "refused"};
    case ErrorKind::store:
      return {ExitCode::store, "store"};
    case ErrorKind::input:
      break;
  }
  return {ExitCode::usage, "usage"};
}

// As a terminal may show it: what was typed or read can't drive it, nor pass for another line.
std::string printable(const std::exception& error) {
  if (dynamic_cast<const curriculum::Findings*>(&error) == nullptr)
    return report::visible(error.what());
  std::istringstream lines{error.what()};
  std::string printed, line;
  while (std::getline(lines, line))
    printed += (printed.empty() ? "" : "\n") + report::visible(line);
  return printed;
}

ExitCode report_failure(const std::exception& error, bool json,
                        const std::vector<std::string>& warnings, const World& world) {
  const auto* ours = dynamic_cast<const gradus::Error*>(&error);
  const auto failure = failure_of(ours == nullptr ? ErrorKind::input : ours->kind());
  const std::string hint =
      ours == nullptr ? "this is a mistake of gradus itself: please report it" : ours->hint();
  if (json) {
    world.err << report::error_json(failure.name, error.what(), hint, warnings);
  } else {
    world.err << report::fitted("gradus: " + printable(error), world.err_width) << '\n'
              << report::fitted("  hint: " + report::visible(hint), world.err_width) << '\n';
  }
  return failure.code;
}

// Not bad input: whatever the command was to change, it did.
void expect_written(std::ostream& out) {
  out.flush();
  if (!out)
    throw store::Error("the answer could not be written in full: is the disk full?",
                       "what the command changed, if anything, is stored: see gradus undo --list");
}

// Before the words are understood: whether errors are to be JSON all the same.
bool asks_for_json(const std::vector<std::string>& args) {
  return std::ranges::find(args, "--json") != args.end();
}

// With the settings, or without them where they make no sense.
Session open_for_completion(const World& world) {
  try {
    return open_session(parse_command_line({}, world.environment).options, world);
  } catch (const std::exception&) {
    GlobalOptions options;
    options.today = world.today.iso();
    return open_session(options, world);
  }
}

// What the shells' completion scripts call; the words behind it are no command line yet. Whatever
// happens, a shell in the middle of a line gets no message.
ExitCode complete_quietly(const std::vector<std::string>& words, const World& world) {
  try {
    Session session = open_for_completion(world);
    return complete(words, session);
  } catch (const std::exception&) {
    return ExitCode::done;
  }
}

}  // namespace

ExitCode run(const std::vector<std::string>& args, const World& world) {
  if (!args.empty() && args.front() == "__complete")
    return complete_quietly({args.begin() + 1, args.end()}, world);
  if (!args.empty() && args.front() == "__man") {
    world.out << man_page(describe_commands());
    return ExitCode::done;
  }
  bool json = asks_for_json(args);
  std::vector<std::string> warnings;  // kept for the end, so that an error is one document
  try {
    const CommandLine line = parse_command_line(args, world.environment);
    json = line.options.json;
    if (line.print) {
      world.out << report::fitted(*line.print, world.terminal_width);
      expect_written(world.out);
      return ExitCode::done;
    }
    Session session = open_session(line.options, world);
    if (json) session.held_back = &warnings;
    warn_of_unknown_zone(session);
    const ExitCode code = line.command(session);
    expect_written(world.out);
    session.held_back = nullptr;
    for (const auto& warning : warnings) session.warn(warning);
    return code;
  } catch (const std::exception& error) {
    return report_failure(error, json, warnings, world);
  }
}

}  // namespace gradus::cli
