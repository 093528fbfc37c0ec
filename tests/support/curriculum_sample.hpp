#pragma once

#include "gradus/curriculum/load.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// A small curriculum without a finding, and ways to spoil it.
namespace gradus::curriculum::sample {

inline constexpr std::string_view text = R"({
  "format": 1, "id": "cello", "title": "The cello", "version": "1",
  "minutes": {"read": 180, "lab": 180, "review": 60},
  "topics": [{"id": "scales", "title": "Scales"}],
  "tiers": [
    {"id": "strings", "title": "Open strings", "compress": "half",
     "weeks": [
       {"id": "w1", "title": "The bow", "goals": ["Hold it"],
        "artefacts": [{"id": "w1-recording", "title": "A recording"}]},
       {"id": "w2", "title": "The left hand", "goals": ["Place it"],
        "problems": [{"topic": "scales", "difficulty": "easy", "count": 5}]}],
     "exit": [
       {"id": "hours", "title": "Hours", "kind": "measured",
        "require": {"of": "sessions", "measure": "minutes", "at_least": 120}}]},
    {"id": "pieces", "title": "Pieces", "closing": true,
     "weeks": [{"id": "w3", "title": "A piece", "goals": ["Play it"]}],
     "exit": [
       {"id": "signed", "title": "Signed", "kind": "attest", "require": {"attested": true}},
       {"id": "recorded", "title": "Recorded", "kind": "artefact",
        "require": {"artefact": "w1-recording"}}]}]
})";

// The sample with the one place that reads `old` changed.
inline std::string with(std::string_view old, std::string_view changed) {
  std::string edited{text};
  const auto at = edited.find(old);
  if (at == std::string::npos || edited.find(old, at + 1) != std::string::npos) {
    throw std::logic_error("stands not exactly once in the sample: " + std::string{old});
  }
  return edited.replace(at, old.size(), changed);
}

// The sample with one more key in its root.
inline std::string plus(std::string_view member) {
  return with("\"format\": 1,", "\"format\": 1, " + std::string{member} + ",");
}

// The sample with another requirement for the first criterion.
inline std::string requiring(std::string_view require) {
  return with(R"({"of": "sessions", "measure": "minutes", "at_least": 120})", require);
}

// The fix of each error.
inline std::vector<std::string> fixes(const std::string& json) {
  std::vector<std::string> all;
  for (const text::Finding& finding : load(json).findings) all.push_back(finding.fix);
  return all;
}

// "pointer: message" of each error.
inline std::vector<std::string> errors(const std::string& json) {
  std::vector<std::string> all;
  for (const text::Finding& finding : load(json).findings) {
    if (finding.severity == text::Severity::error)
      all.push_back(finding.pointer + ": " + finding.message);
  }
  return all;
}

}  // namespace gradus::curriculum::sample
