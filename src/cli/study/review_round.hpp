#pragma once

#include "gradus/curriculum/question.hpp"
#include "gradus/insight/review_list.hpp"

#include "cli/session.hpp"
#include "cli/study/grading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// Something whose grade is asked for.
struct Graded {
  std::string heading;
  const insight::ReviewItem* listed = nullptr;     // its page may be opened
  const curriculum::Question* question = nullptr;  // of a drill: it is shown first
};
// What the learner answers; nullopt for leaving.
struct GradeAnswer {
  std::optional<recall::Grade> grade{};  // nullopt: skipped
};
// Asks until there is an answer that says how it went; opens the page or reveals the points of a
// good answer in between.
[[nodiscard]] std::optional<GradeAnswer> ask_grade(const Graded& graded, const Session& session);

// Goes through the things of a list on a terminal, and records each grade at once. nullopt when
// nothing was graded.
struct RoundOutcome {
  std::string grades;     // "3 reviewed: 1 again, 2 good."
  std::string last_line;  // of the last grade, with the way to undo them
};
[[nodiscard]] std::optional<RoundOutcome> go_through(
    const std::vector<insight::ReviewItem>& items,
    const std::vector<curriculum::Question>& questions, const Session& session);

}  // namespace gradus::cli
