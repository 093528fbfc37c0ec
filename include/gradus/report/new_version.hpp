#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/rules/gate.hpp"

#include <set>
#include <string>
#include <vector>

namespace gradus::report {

// A gate that is not passed, with the same journal in two versions of a curriculum.
struct GateShift {
  std::string gate;  // a tier's id, or "finish"
  std::string title;
  bool at_hand;  // the learner stands before it, in one version or the other
  std::vector<rules::CriterionShift> criteria;
};

// Another version of its curriculum, and what it does to a track.
struct NewVersion {
  std::string from;
  std::string to;
  std::vector<curriculum::ItemShift> items;
  std::set<curriculum::WeekId> recorded;  // weeks that entries belong to
  rules::TierStates was;
  rules::TierStates now;
  std::vector<GateShift> gates;
  std::vector<std::string> notes;  // choices that could not stay, in words
  PlanChange plan;
};

[[nodiscard]] Document new_version_view(const NewVersion& version);
// {"curriculum", "from_version", "to_version", "what_if", "kept": 61, "counts": {"week": {"kept",
//  "retitled", "moved", "changed", "retired", "new", "gone"}, …}, "retitled": [{"kind", "id",
//  "from", "to"}], "moved": [the same], "changed": [the same], "retired": [{"kind", "id",
//  "title"}], "new": [the same], "gone": [the same], "tiers": [{"tier", "was", "now"}],
//  "criteria": [{"gate", "id", "before", "after"}], "notes": […], "plan": as plan_change_json}
[[nodiscard]] std::string new_version_json(const NewVersion& version);

}  // namespace gradus::report
