#include "cli/mcp/outcome.hpp"

#include "cli/mcp/private_words.hpp"
#include "cli/mcp/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace gradus::cli::mcp {
namespace {

constexpr auto shows_it = "--private in the server's args shows it";

// What `report::error_json` wrote.
struct Told {
  std::string kind;
  std::string message;
  std::string hint;
};

Told told_by(const Printed& printed) {
  const auto parsed = text::parse_json(printed.err);
  const auto* const error = parsed.root.find("error");
  const auto part = [error](const char* key) {
    const auto* const found = error == nullptr ? nullptr : error->find(key);
    return found == nullptr ? std::string() : found->text();
  };
  return {part("kind"), part("message"), part("hint")};
}

// Every message about the store may say where it lies, and so may some about other files, such as
// the settings.
Told without_paths(const Told& told) {
  const bool of_store = told.kind == "store";
  auto [kind, message, hint] = told;
  if (of_store && message.starts_with("there is no store"))
    message = "there is no store";
  else if (of_store && message.find('/') != std::string::npos)
    message = "the store can't be used";
  else if (names_a_path(message))
    message = "a file on this machine, which isn't named here, is in the way";
  if (names_a_path(hint)) hint = of_store ? "`gradus doctor` says why" : shows_it;
  return {std::move(kind), std::move(message), std::move(hint)};
}

// The warnings, each on a line of its own.
void add_warnings(Outcome& outcome, const std::string& err, bool with_private) {
  for (std::size_t from = 0; from < err.size();) {
    const auto end = std::min(err.find('\n', from), err.size());
    auto line = err.substr(from, end - from);
    from = end + 1;
    if (!with_private && names_a_path(line))
      line = fmt::format("gradus: warning: left out here, as it names a file on this machine; {}",
                         shows_it);
    outcome.remarks.push_back(line);
  }
}

Outcome unreadable(const Tool& tool, const text::ParseFailure& failure) {
  if (!failure.over_limit)
    return failed("the answer of the command is no JSON",
                  "this is a mistake of gradus itself: please report it");
  std::vector<std::string_view> narrowing;
  narrowing.reserve(tool.arguments.size());
  for (const auto& argument : tool.arguments)
    if (argument.narrows) narrowing.push_back(argument.name);
  return failed(
      fmt::format("the answer is {}", failure.message),
      narrowing.empty()
          ? fmt::format("gradus {} in a terminal shows all of it", fmt::join(tool.command, " "))
          : fmt::format("ask for less, with {}", fmt::join(narrowing, ", ")));
}

}  // namespace

Outcome failed(const std::string& message, const std::string& hint) {
  return {.remarks = {fmt::format("{}\nHint: {}", message, hint)}, .failed = true};
}

Outcome outcome_of(const Tool& tool, const Printed& printed, bool with_private) {
  if (printed.code != ExitCode::done && printed.code != ExitCode::no) {
    const auto told = told_by(printed);
    const auto [kind, message, hint] = with_private ? told : without_paths(told);
    return failed(message, hint);
  }
  auto parsed = text::parse_json(printed.out);
  if (parsed.failure) return unreadable(tool, *parsed.failure);
  const bool whole = with_private || !tool.of_journal;
  Outcome outcome{.answer =
                      shaped(tool, whole ? std::move(parsed.root) : without_private(parsed.root))};
  if (tool.changes && !printed.asides.empty()) {
    outcome.answer.object().emplace_back("said", text_value(printed.asides.back()));
    outcome.remarks.push_back(printed.asides.back());
  }
  add_warnings(outcome, printed.err, with_private);
  return outcome;
}

}  // namespace gradus::cli::mcp
