#include "gradus/evidence/glob.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace gradus::evidence {
namespace {

// Matches one step of a path against one step of a glob. Only the last star can need another try,
// so there is no backtracking beyond it.
bool step_matches(std::string_view glob, std::string_view name) {
  std::size_t g = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t taken = 0;  // where the last star's part of the name ends
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      taken = n;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == name[n])) {
      ++g;
      ++n;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', g) == std::string_view::npos;
}

std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  steps.reserve(static_cast<std::size_t>(std::ranges::count(path, '/')) + 1);
  while (true) {
    const std::size_t end = path.find('/');
    steps.push_back(path.substr(0, end));
    if (end == std::string_view::npos) return steps;
    path.remove_prefix(end + 1);
  }
}

}  // namespace

bool matches(std::string_view glob, std::string_view path) {
  const auto pattern = steps_of(glob);
  const auto steps = steps_of(path);
  // reached[i]: the part of the pattern so far matches the first i steps.
  std::vector<bool> reached(steps.size() + 1, false);
  reached[0] = true;
  for (std::size_t p = 0; p < pattern.size(); ++p) {
    std::vector<bool> next(steps.size() + 1, false);
    if (pattern[p] == "**") {
      const std::size_t least = p + 1 == pattern.size() ? 1 : 0;  // at the end, at least some file
      bool any = false;
      for (std::size_t i = 0; i <= steps.size(); ++i) {
        if (i >= least) any = any || reached[i - least];
        next[i] = any;
      }
    } else {
      for (std::size_t i = 0; i < steps.size(); ++i)
        next[i + 1] = reached[i] && step_matches(pattern[p], steps[i]);
    }
    reached = std::move(next);
  }
  return reached.back();
}

}  // namespace gradus::evidence
