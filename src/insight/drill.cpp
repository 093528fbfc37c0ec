#include "gradus/insight/drill.hpp"

#include "gradus/calendar/draw.hpp"

#include <algorithm>
#include <tuple>

namespace gradus::insight {
namespace {

using curriculum::Question;

constexpr double rounding = 1e-9;  // 2 of 3 points are two thirds

std::uint64_t lot(const Question& question, std::uint64_t seed) {
  std::uint64_t hash = mixed(seed);
  for (const char letter : question.id.text())
    hash = mixed(hash ^ static_cast<unsigned char>(letter));
  return hash;
}

// 0: the open tier; 1: a passed one; 2: a locked one.
int distance(const Question& question, const DrillState& state) {
  if (!state.tiers) return 0;
  switch (rules::state_of(*state.tiers, question.tier)) {
    case rules::TierState::open:
      return 0;
    case rules::TierState::passed:
      return 1;
    case rules::TierState::locked:
      break;
  }
  return 2;
}

// Where a question stands in the order; the least comes first.
using Place = std::tuple<bool, bool, std::optional<calendar::Date>, int, bool, bool, std::uint64_t>;

Place place(const Question& question, const DrillState& state, std::uint64_t seed) {
  const int tier = distance(question, state);
  const bool locked = tier == 2;
  const bool strong = !question.topic || !state.weak.contains(*question.topic);
  const auto found = state.drilled.find(question.id);
  const bool unasked = found == state.drilled.end();
  std::optional<calendar::Date> later;  // the day it is due, if that is still to come
  if (!unasked && found->second.due > state.today) later = found->second.due;
  return {locked, later.has_value(), later, tier, unasked, strong, lot(question, seed)};
}

}  // namespace

const Question* next_question(const std::vector<Question>& questions, const DrillState& state,
                              std::uint64_t seed) {
  const Question* next = nullptr;
  std::optional<Place> first;
  for (const auto& question : questions) {
    const auto found = state.drilled.find(question.id);
    if (found != state.drilled.end() && found->second.last >= state.today) continue;
    auto stands = place(question, state, seed);
    if (first && *first <= stands) continue;
    first = stands;
    next = &question;
  }
  return next;
}

bool passes(const Question& question, std::chrono::seconds taken, double share) {
  return share >= passing_share - rounding && (!question.limit || taken <= *question.limit);
}

}  // namespace gradus::insight
