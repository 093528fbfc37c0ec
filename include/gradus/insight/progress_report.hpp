#pragma once

#include "gradus/insight/module_state.hpp"
#include "gradus/insight/today.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

struct TierReport {
  plan::TierSpan span;  // if retired since it was passed: no weeks, on the day it was passed
  std::string title;
  rules::TierState state;
  std::optional<calendar::Date> passed_on{};
  Minutes planned;
  Minutes actual;
  int problems_target;
  int problems_solved;
  rules::Verdict gate;                           // for a passed tier: as it was then
  std::vector<rules::CriterionResult> lapsed{};  // for a passed tier: see rules::PassedGate
  // What the newest signature under a criterion names: an address, a path, any text.
  std::map<curriculum::CriterionId, std::string> signed_with{};
};

struct TopicReport {
  curriculum::TopicId topic;
  std::string title;
  int target;
  int easy;
  int medium;
  int hard;
  [[nodiscard]] int solved() const { return easy + medium + hard; }
};

struct DeliveredArtefact {
  std::string title;
  std::optional<std::string> url;
  calendar::Date on;
  bool verified;
};

// How far a learner has come, written for somebody who doesn't know them.
struct ProgressReport {
  std::string curriculum_title;
  std::string track;
  calendar::Date date;
  calendar::Date start;
  calendar::Date finish;
  calendar::Days slip;
  Minutes planned;  // of the whole plan
  Minutes actual;
  Minutes read;
  Minutes hands_on;
  int problems_target = 0;  // of all topics
  int problems_solved = 0;
  std::size_t tiers_passed = 0;
  std::optional<calendar::Date> finished_on{};  // the day the last tier was passed, once all are
  std::size_t tier_number = 0;  // of the open one among `tiers`, from 1; 0 when all are passed
  int weeks_total = 0;          // of all tiers
  std::vector<TierReport> tiers;
  std::vector<TopicReport> topics;  // those with a target or a solved problem
  std::vector<DeliveredArtefact> artefacts;
  std::vector<WeekValues> ahead;  // the current week and the next two
  Today now;
  std::vector<ModuleState> modules{};  // planned or begun; set by track::read_progress_report
};

struct Evidence {
  journal::MinutesByKind minutes_by_kind;
  std::vector<rules::Verdict> gates;  // one per tier of the plan that is not passed
  std::vector<rules::PassedGate> passed;
  std::vector<journal::Entry> signatures{};  // newest first
};

[[nodiscard]] ProgressReport progress_report(const Track& track, const Record& record,
                                             const Evidence& evidence, const Today& now);

}  // namespace gradus::insight
