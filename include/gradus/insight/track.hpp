#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/insight/exam_readiness.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/plan/countdown.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

using calendar::Minutes;

// A track and the sums over its journal: the input of everything in insight.
struct Track {
  std::string name;
  curriculum::Curriculum curriculum;  // with its stack and foundations
  std::optional<curriculum::StackId> stack;
  plan::Plan plan;
  rules::TierStates states;
  plan::Frame frame;
  plan::ExamPlan exam_plan{};  // beside the plan: what stands for an exam
};

struct Record {
  // Of the sessions that belong to a week. What the plan no longer asks of a week may stand on an
  // earlier day than its own; see plan::minutes_asked.
  journal::StudyDays study_days;
  std::vector<journal::ProblemCount> problems;
  std::vector<journal::Entry> delivered;  // artefacts
  journal::StudyByDay by_day{};           // of the same sessions, in full
  journal::StudyDays last_days{};         // of the open tier's weeks, in full, from a week ago on
  std::optional<ExamRule> exam{};         // the one that the learner prepares for
  std::vector<journal::Entry> mocks{};    // its mock exams of the last days; see ExamRule::within
  // What was logged on the day that is told of. Set only where something is to be done for an exam.
  journal::MinutesByKind on_the_day{};
};

}  // namespace gradus::insight
