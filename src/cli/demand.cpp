#include "cli/demand.hpp"

#include "gradus/curriculum/builtin.hpp"

#include "cli/error.hpp"
#include "cli/shell/candidates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <exception>

namespace gradus::cli {
namespace {

constexpr std::size_t most_to_choose_from = 60;  // a longer list is no help to choose from

std::string choose_from(const std::vector<std::string>& words) {
  return fmt::format("Choose from {}.\n", fmt::join(words, ", "));
}

// The words to choose from, a line each with its meaning; empty where any word will do.
std::string choice_lines(const Demand& demand, const Session& session) {
  if (!demand.choices.empty() && session.plain_prompts) return choose_from(demand.choices);
  if (!demand.choices.empty()) return fmt::format("  {}\n", fmt::join(demand.choices, ", "));
  std::vector<Candidate> found;
  try {
    found = candidates_at_hand(demand.completes, curriculum::default_curriculum, session);
  } catch (const std::exception&) {
    return "";  // the command itself says what is wrong with the store
  }
  if (found.empty() || found.size() > most_to_choose_from) return "";
  if (session.plain_prompts) {
    std::vector<std::string> words;
    words.reserve(found.size());
    for (const auto& each : found) words.push_back(each.word);
    return choose_from(words);
  }
  std::size_t width = 0;
  for (const auto& each : found) width = std::max(width, each.word.size());
  std::string lines;
  for (const auto& [word, meaning] : found)
    lines += fmt::format("  {:<{}}  {}", word, width, meaning) + '\n';
  return lines;
}

// "TITLE, --kind and USD"
std::string listed(const std::vector<std::string>& names) {
  if (names.size() == 1) return names.front();
  return fmt::format("{} and {}", fmt::join(names.begin(), names.end() - 1, ", "), names.back());
}

[[noreturn]] void refuse(const std::vector<Demand>& missing, std::size_t first,
                         const std::string& command, const std::string& example) {
  std::vector<std::string> names;
  for (std::size_t i = first; i < missing.size(); ++i) names.push_back(missing[i].name);
  throw Error(fmt::format("{} needs {}", command, listed(names)),
              example.empty() ? fmt::format("see {} --help", command)
                              : fmt::format("such as {}; see {} --help", example, command));
}

}  // namespace

void ask_for(const std::vector<Demand>& missing, const std::string& command,
             const std::string& example, const Session& session) {
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const auto& demand = missing[i];
    const auto answer = session.ask(fmt::format("{}{}\n{}{}: ", demand.description,
                                                session.plain_prompts ? "." : "",
                                                choice_lines(demand, session), demand.name));
    if (!answer || answer->empty()) refuse(missing, i, command, example);
    demand.give(*answer);
  }
}

}  // namespace gradus::cli
