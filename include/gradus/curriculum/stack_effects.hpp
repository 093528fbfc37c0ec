#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/text/reader.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gradus::curriculum {

// A criterion that a stack still asks for, and something it names that the stack leaves out.
struct AffectedCriterion {
  CriterionId criterion;
  std::string missing;  // the id of an artefact, a week or a tier
  WeekId week;          // whose change leaves it out
  bool can_be_met;      // by what is left
};

// What a stack takes away from everybody else's curriculum.
struct StackEffects {
  bool no_week_left = false;
  std::map<TierId, WeekId> emptied{};  // tiers left without weeks, each with one of those retired
  std::vector<AffectedCriterion> criteria{};
};

// Judges the stacks of a curriculum, each in time proportional to what it changes and to the
// criteria that name what it leaves out. The curriculum must outlive it.
class StackJudge {
 public:
  explicit StackJudge(const Curriculum& curriculum);
  [[nodiscard]] StackEffects effects_of(const Stack& stack) const;

 private:
  struct PlacedWeek {
    std::size_t tier;  // its index
    const Week* week;
    bool in_force;
  };
  struct GateCriterion {
    const Tier* tier;  // nullptr: the last check
    const Criterion* criterion;
  };

  void note_criteria(const Tier* tier, const std::vector<Criterion>& criteria);
  [[nodiscard]] std::map<std::size_t, int> weeks_in_tier_of(const Stack& stack) const;
  void judge_criteria(const std::map<std::string, WeekId>& left_out, StackEffects& effects) const;

  const Curriculum& curriculum_;
  std::map<WeekId, PlacedWeek> weeks_;
  std::vector<int> weeks_in_tier_;  // those in force
  int all_weeks_ = 0;
  std::map<std::string, std::vector<GateCriterion>> naming_;  // by what they name
};

// What in a stack's change of a week leaves something out. The cursor must not outlive `patch`.
[[nodiscard]] text::Cursor place_of_loss(const text::Cursor& patch);

}  // namespace gradus::curriculum
