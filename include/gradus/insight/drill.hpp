#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/question.hpp"
#include "gradus/rules/gate.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

// Which question to practise next, and how an answer is scored.
namespace gradus::insight {

// When a question was answered or reviewed last, and when it is to come back.
struct Drilled {
  calendar::Date last;
  calendar::Date due;
};
using DrilledQuestions = std::map<curriculum::QuestionId, Drilled>;

// What decides which question comes next.
struct DrillState {
  calendar::Date today;
  // nullopt where no track is known: then any tier will do.
  std::optional<rules::TierStates> tiers{};
  DrilledQuestions drilled{};
  std::set<curriculum::TopicId> weak{};  // topics
};

// The question to put next, in this order: of the open tier, then of those passed; what is due,
// then what was never asked; weak topics, then the others; among equals `seed` decides, in the same
// way on every machine. What isn't due yet comes after all of these, the earliest first, and
// questions of locked tiers come last. None is put twice on a day: nullptr when nothing is left.
[[nodiscard]] const curriculum::Question* next_question(
    const std::vector<curriculum::Question>& questions, const DrillState& state,
    std::uint64_t seed);

// The share of its points that an answer must have to pass.
inline constexpr double passing_share = 2.0 / 3.0;
// Whether an answer passes: enough of its points, and within the limit, if there is one.
[[nodiscard]] bool passes(const curriculum::Question& question, std::chrono::seconds taken,
                          double share);

}  // namespace gradus::insight
