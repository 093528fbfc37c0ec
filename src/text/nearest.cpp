#include "gradus/text/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>

namespace gradus::text {
namespace {

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Damerau-Levenshtein distance (optimal string alignment), over bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::size_t gap(std::size_t a, std::size_t b) {
  return a > b ? a - b : b - a;
}

// "brake" for "break".
bool same_letters(std::string a, std::string b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

// Whether the name has all parts of a word of several, in that order.
bool has_parts_of(const std::string& name, const std::string& word) {
  if (word.find('-') == std::string::npos) return false;
  std::istringstream names{name};
  std::istringstream words{word};
  std::string part;
  for (std::string wanted; std::getline(words, wanted, '-');) {
    do {
      if (!std::getline(names, part, '-')) return false;
    } while (part != wanted);
  }
  return true;
}

}  // namespace

std::vector<std::string> nearest(std::string_view wrong, const std::vector<std::string>& known) {
  constexpr std::size_t most = 3;
  constexpr std::size_t longest = 100;  // the distance costs the product of the lengths
  if (wrong.empty() || wrong.size() > longest) return {};
  const std::string word = lower(wrong);
  const std::size_t reach = word.size() / 3;
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : known) {
    const std::string candidate = lower(name);
    if (candidate.size() > longest) continue;
    const bool likely = candidate.starts_with(word) || has_parts_of(candidate, word);
    if (!likely && gap(candidate.size(), word.size()) > reach) continue;
    const std::size_t off = distance(word, candidate);
    if (off <= reach || likely || same_letters(word, candidate)) near.emplace_back(off, name);
  }
  std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> names;
  for (auto& [off, name] : near) {
    if (names.size() < most && std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known) {
  const std::vector<std::string> names = nearest(wrong, known);
  if (names.empty()) return {};
  std::string list = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return fmt::format("did you mean {}?", list);
}

std::string nearest_or_all(std::string_view wrong, const std::vector<std::string>& known) {
  constexpr std::size_t most = 12;
  std::string near = did_you_mean(wrong, known);
  if (!near.empty()) return near;
  if (known.empty()) return "there is none to choose from";
  const std::size_t shown = std::min(most, known.size());
  return fmt::format(
      "choose from {}{}",
      fmt::join(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
      shown < known.size() ? ", …" : "");
}

std::string none_of(std::string_view wrong, const std::vector<std::string>& known) {
  const std::string near = did_you_mean(wrong, known);
  return fmt::format("\"{}\" is not one of {}{}{}", wrong, fmt::join(known, ", "),
                     near.empty() ? "" : "; ", near);
}

}  // namespace gradus::text
