#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/insight/plan_change.hpp"
#include "gradus/rules/gate.hpp"

#include <set>
#include <string>
#include <vector>

namespace gradus::insight {

// A gate that is not passed, checked against the same journal in two versions of a curriculum.
struct GateShift {
  std::string gate;  // a tier's id, or "finish"
  std::string title;
  bool at_hand;  // the learner's current gate, in one version or the other
  std::vector<rules::CriterionShift> criteria;
};

// Another version of a track's curriculum, and what it changes for the track.
struct NewVersion {
  std::string from;
  std::string to;
  std::vector<curriculum::ItemShift> items;
  std::set<curriculum::WeekId> recorded;  // weeks that entries belong to
  rules::TierStates was;
  rules::TierStates now;
  std::vector<GateShift> gates;
  std::vector<std::string> notes;  // choices that had to change, in words
  PlanChange plan;
};

}  // namespace gradus::insight
