#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

using calendar::Minutes;

// What a track is made of and what its journal sums up to: the input of every insight.
struct Track {
  std::string name;
  curriculum::Curriculum curriculum;  // with its stack and foundations
  std::optional<curriculum::StackId> stack;
  plan::Plan plan;
  rules::TierStates states;
  std::vector<plan::Break> breaks{};
};

struct Record {
  journal::MinutesByWeek minutes_by_week;
  std::vector<journal::ProblemCount> problems;
  std::vector<journal::Entry> delivered;    // artefacts
  curriculum::WeekMinutes minutes_today{};  // on the day that is asked about
};

}  // namespace gradus::insight
