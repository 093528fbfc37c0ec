#pragma once

#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/decide.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

// What a table answers for what is given.
struct AnsweredTable {
  const decisions::Table& table;
  decisions::Values given;
  decisions::Decision decision{};                 // unless it is for each of several
  std::vector<decisions::RecordDecision> each{};  // else these
  std::vector<decisions::Change> changes{};
  bool steps = false;                     // shown in words too
  std::vector<std::string> from_track{};  // the inputs that nobody gave but the track knows
};
[[nodiscard]] Document view(const AnsweredTable& answered);
// {"table", "status", "result", "row", "why", "steps", "ask", "changes", "from_track", "source",
// "as_of", "illustrative"}; of a table of findings `row` is a list, and there are "findings".
[[nodiscard]] std::string json(const AnsweredTable& answered);

// The tables there are, by the module or topic they belong to.
[[nodiscard]] Document view(const std::vector<decisions::Table>& tables);
// [{"table", "title", "module", "illustrative"}]
[[nodiscard]] std::string json(const std::vector<decisions::Table>& tables);

// A question of a table as it is asked on a terminal: with what it takes, options numbered.
[[nodiscard]] std::string question_text(const decisions::Input& input);

}  // namespace gradus::report
