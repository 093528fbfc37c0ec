#include "cli/shell/complete.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/report/writers.hpp"

#include "cli/command_line.hpp"
#include "cli/shell/candidates.hpp"
#include "cli/shell/cursor.hpp"

#include <exception>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

constexpr auto files_of_the_shell = ":files\n";

std::string given(const Cursor& cursor, const std::string& option, const std::string& otherwise) {
  const auto found = cursor.given.find(option);
  return found == cursor.given.end() ? otherwise : found->second;
}

std::vector<Candidate> commands(const Cursor& cursor) {
  std::vector<Candidate> found;
  for (const auto& command : cursor.commands.back()->commands)
    found.push_back({command.name, command.description});
  return found;
}

// Those of the command before those that every command takes.
std::vector<Candidate> options(const Cursor& cursor) {
  std::vector<Candidate> found;
  for (auto command = cursor.commands.rbegin(); command != cursor.commands.rend(); ++command)
    for (const auto& option : (*command)->options)
      if (!option.is_argument() && cursor.given.count(option.name) == 0)
        found.push_back({option.name, option.description});
  return found;
}

std::vector<Candidate> values(const Cursor& cursor, const Session& session) {
  std::vector<Candidate> found;
  for (const auto* words : {&cursor.value->choices, &cursor.value->offered})
    for (const auto& word : *words) found.push_back({word, ""});
  if (!found.empty()) return found;
  Session there = session;
  there.store.file = given(cursor, "--store", session.store.file.string());
  if (const auto track = given(cursor, "--track", ""); !track.empty()) there.track = track;
  try {
    return candidates(cursor.value->completes,
                      given(cursor, "--curriculum", curriculum::default_curriculum), there);
  } catch (const std::exception&) {
    return {};  // no store, or none that can be read now: nobody waits for an error while typing
  }
}

// The candidates that go on from what is typed, as the scripts read them.
std::string lines(const std::vector<Candidate>& found, const Cursor& cursor) {
  std::string text;
  for (const auto& [word, meaning] : found) {
    if (!word.starts_with(cursor.typed) || report::visible(word) != word) continue;
    text += cursor.before + word + '\t' + report::visible(meaning) + '\n';
  }
  return text;
}

}  // namespace

ExitCode complete(const std::vector<std::string>& words, const Session& session) {
  const CommandHelp gradus = describe_commands();
  const Cursor cursor = find_cursor(gradus, words);
  if (cursor.option) session.answer(lines(options(cursor), cursor));
  if (cursor.command) session.answer(lines(commands(cursor), cursor));
  if (cursor.value != nullptr) {
    session.answer(lines(values(cursor, session), cursor));
    const auto kind = cursor.value->completes;
    if (kind == Completion::file || kind == Completion::curriculum)
      session.answer(files_of_the_shell);
  }
  return ExitCode::done;
}

}  // namespace gradus::cli
