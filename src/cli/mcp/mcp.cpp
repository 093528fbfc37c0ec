#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/mcp/lines.hpp"
#include "cli/mcp/outcome.hpp"
#include "cli/mcp/server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct ServeMcp {
  mcp::Offer offer;
};

// "log,solve"
std::vector<std::string> read_allowed(const Typed& typed) {
  std::vector<std::string> commands;
  std::istringstream words(typed.text);
  for (std::string word; std::getline(words, word, ',');) {
    if (std::ranges::find(mcp::may_be_allowed, word) == mcp::may_be_allowed.end())
      throw Error(fmt::format("{} \"{}\" is no command that can be allowed", typed.name, word),
                  fmt::format("choose from {}", fmt::join(mcp::may_be_allowed, ", ")));
    commands.push_back(word);
  }
  return commands;
}

std::string how_to_use_it() {
  const auto tools = mcp::names_of(mcp::tools({}));
  return fmt::format(
      "To use it, name it in the settings of an editor or a chat program that speaks the Model\n"
      "Context Protocol; most of them have a file like this:\n\n"
      "  {{\"mcpServers\": {{\"gradus\": {{\"command\": \"gradus\", \"args\": [\"mcp\"]}}}}}}\n\n"
      "Its tools are {} and {}:\n"
      "each answers what the command prints with --json. They write nothing. Notes, money,\n"
      "applications, decisions and paths are left out unless --private stands in args. With\n"
      "--allow log,solve there are two more, which record; each answer says how to undo it.\n",
      fmt::join(tools.begin(), tools.end() - 1, ", "), tools.back());
}

void describe_mcp(Command& mcp, ServeMcp& request) {
  mcp.add_flag("--private", request.offer.with_private,
               "Answer with notes, money, applications, decisions and paths too");
  mcp.add_option(
         "--allow", request.offer.allowed, [](const Typed& typed) { return read_allowed(typed); },
         "Commands that may change the store, between commas: log, solve")
      .type_name("CMDS")
      .offers({mcp::may_be_allowed.begin(), mcp::may_be_allowed.end()});
  mcp.add_remarks(how_to_use_it());
}

// The command line in this process, as if it had been typed, with nobody to ask.
mcp::Printed run_here(const std::vector<std::string>& words, const World& world) {
  std::ostringstream out;
  std::ostringstream err;
  mcp::Printed printed{};
  const World inner{
      .out = out,
      .err = err,
      .today = world.now().on,
      .environment = world.environment,
      .random_bytes = world.random_bytes,
      .local_offset = world.local_offset,
      .terminal_width = std::nullopt,
      .err_width = std::nullopt,
      .now = world.now,
      .clock = world.clock,
      .ask = [](const std::string&) { return std::nullopt; },
      .wait = [](std::chrono::seconds) { return false; },
      .listen = [](std::chrono::seconds) { return Heard::end; },
      .page = [](const std::string&, const std::string&) { return false; },
      .launch = [](const std::vector<std::string>&) { return false; },
      .read = [](char*, std::size_t) { return std::size_t{0}; },
      .aside = [&printed](std::string_view line) { printed.asides.emplace_back(line); }};
  printed.code = gradus::cli::run(words, inner);
  printed.out = out.str();
  printed.err = err.str();
  return printed;
}

// The options that were given to mcp hold for every call. The store's whole path, so that a message
// that names it, or a file beside it, is known for one that does.
std::vector<std::string> with_options(std::vector<std::string> words, const Session& session) {
  std::vector<std::string> options{
      "--json", "--no-input", "--store=" + std::filesystem::absolute(session.store.file).string()};
  if (session.track) options.push_back("--track=" + *session.track);
  if (session.day_is_told) options.push_back("--today=" + session.calendar_day.iso());
  words.insert(words.begin(), options.begin(), options.end());
  return words;
}

mcp::Outcome call(const mcp::Tool& tool, const text::Node& arguments, bool with_private,
                  const Session& session) {
  try {
    const auto words = with_options(mcp::command_line(tool, arguments), session);
    return mcp::outcome_of(tool, run_here(words, session.world), with_private);
  } catch (const Error& error) {
    return mcp::failed(error.what(), error.hint());
  }
}

std::optional<std::string> answer_to(const mcp::Line& line, mcp::Server& server) {
  if (line.too_long)
    return mcp::write_refusal({.code = mcp::Code::invalid_request,
                               .message = "the message is longer than 1 MiB, which is the limit"});
  if (line.text.find_first_not_of(" \t") == std::string::npos) return std::nullopt;
  return server.answer(line.text);
}

ExitCode run(const ServeMcp& request, Session& session) {
  const auto& offer = request.offer;
  mcp::Server server{mcp::tools(offer), [&](const mcp::Tool& tool, const text::Node& arguments) {
                       return call(tool, arguments, offer.with_private, session);
                     }};
  if (session.world.terminal_width)
    session.warn("this speaks with programs, not with people: see gradus help mcp. Ctrl-D ends it");
  mcp::LineReader lines{session.world.read};
  auto& out = session.world.out;
  while (const auto line = lines.next()) {
    const auto answer = answer_to(*line, server);
    if (!answer) continue;
    out << *answer << '\n' << std::flush;
    if (!out) break;  // nobody listens any more
  }
  return ExitCode::done;
}

}  // namespace

void add_mcp(Command& gradus) {
  gradus.add_command<ServeMcp>(
      "mcp", "Answer a tutor in an editor or chat over the Model Context Protocol, read-only.",
      "  gradus mcp\n  gradus mcp --private\n  gradus mcp --allow log,solve\n", describe_mcp);
}

}  // namespace gradus::cli
