#include "cli/browser.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

using Words = std::vector<std::string>;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  std::erase(parts, std::string());
  return parts;
}

// One of $BROWSER's programs: words, with the address in place of %s, else behind them. No shell
// reads it.
Words browser_of(const std::string& program, const std::string& address) {
  auto words = split(program, ' ');
  bool placed = false;
  for (auto& word : words) {
    const auto at = word.find("%s");
    if (at == std::string::npos) continue;
    word.replace(at, 2, address);
    placed = true;
  }
  if (!placed) words.push_back(address);
  return words;
}

// What may show it, in the order of trying.
std::vector<Words> browsers(const std::string& address, const Session& session) {
  std::vector<Words> found;
  for (const auto& program : split(session.world.environment("BROWSER").value_or(""), ':'))
    if (auto words = browser_of(program, address); words.size() > 1 || words.front() != address)
      found.push_back(std::move(words));
  found.push_back({"xdg-open", address});
  return found;
}

}  // namespace

bool show_in_browser(const std::string& address, const Session& session) {
  return std::ranges::any_of(browsers(address, session),
                             [&](const Words& words) { return session.world.launch(words); });
}

}  // namespace gradus::cli
