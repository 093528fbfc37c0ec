#pragma once

#include <string>
#include <vector>

namespace gradus::report {

// Joins what is not empty.
[[nodiscard]] inline std::string joined(const std::vector<std::string>& parts, const char* by) {
  std::string text;
  for (const auto& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : by) + part;
  return text;
}

}  // namespace gradus::report
