#pragma once

#include "gradus/lint/check.hpp"

#include "support/curriculum_sample.hpp"

#include <string>
#include <vector>

namespace gradus::lint {

namespace sample = curriculum::sample;

// "pointer: message" of each piece of advice.
inline std::vector<std::string> advice(const std::string& json) {
  std::vector<std::string> all;
  for (const text::Finding& finding : check(json).findings)
    if (finding.severity == text::Severity::advice)
      all.push_back(finding.pointer + ": " + finding.message);
  return all;
}

// The fix of each finding, advice included.
inline std::vector<std::string> fixes(const std::string& json) {
  std::vector<std::string> all;
  for (const text::Finding& finding : check(json).findings) all.push_back(finding.fix);
  return all;
}

}  // namespace gradus::lint
