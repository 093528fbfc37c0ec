#pragma once

#include "gradus/curriculum/model.hpp"

#include <string>

namespace gradus::track {

// How long a round of a table is, and what passes it.
struct RoundRule {
  int items = 8;
  double passing_score = 0.8;
  bool of_quiz = false;  // as a quiz says it
};

// What the quizzes on that table ask for, in the curriculum's gates and in the modules for it: the
// most items, and the greatest share of right ones. The usual rule where there is none.
[[nodiscard]] RoundRule round_rule(const curriculum::Curriculum& curriculum,
                                   const std::string& table);

}  // namespace gradus::track
