#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/verify.hpp"
#include "gradus/evidence/folder.hpp"
#include "gradus/evidence/history.hpp"
#include "gradus/rules/truth.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::evidence {

// One thing the curriculum asks of an artefact, and what was found.
struct Check {
  std::string what;                            // "files pyproject.toml"
  rules::Truth truth = rules::Truth::unknown;  // unknown: what was read does not settle it
  std::string have;                            // "2 files"
  std::string need;                            // "at least 1"
  std::string why{};  // what is wrong, as a sentence without its full stop; empty when it passes
};

struct Verification {
  std::vector<Check> checks;  // in the order of docs/curriculum-format.md; at least one
  std::optional<std::string> commit{};

  [[nodiscard]] bool whole() const;  // whether every check passes
};

// Days, both inclusive.
struct Window {
  calendar::Date from;
  calendar::Date to;
};

// Compares a folder and its history with what is asked. Commits count by their days in the window.
[[nodiscard]] Verification verify(const curriculum::Verify& asked, const Folder& folder,
                                  const History& history, const Window& window);

// Whether a file is a test, judging by its path: a source file named test_*, *_test, *.test or
// *.spec, or one in a folder test or tests.
[[nodiscard]] bool is_test(std::string_view path);

}  // namespace gradus::evidence
