#pragma once

#include "gradus/insight/forecast.hpp"
#include "gradus/insight/hours.hpp"
#include "gradus/insight/module_state.hpp"
#include "gradus/insight/today.hpp"
#include "gradus/insight/topic_pace.hpp"
#include "gradus/plan/first_dates.hpp"

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
  int problems_open;                             // asked for by its weeks, whatever else was solved
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
  std::optional<double> first_try{};  // the share solved at the first try, 0 to 1
  std::optional<double> recall{};     // how much of it would be recalled today, 0 to 1
  [[nodiscard]] int solved() const { return easy + medium + hard; }
};

struct DeliveredArtefact {
  std::string title;
  std::optional<std::string> url;
  calendar::Date on;
  bool verified;
  bool own = false;  // the curriculum asks for no such artefact: the title is the learner's
  std::optional<curriculum::TierId> tier{};  // in which it was delivered
};

// What is nobody's business but the learner's: only told when they ask for it. Each list is newest
// first, and holds no more than `most_private`.
inline constexpr std::size_t most_private = 100;
struct PrivateReport {
  std::vector<journal::Entry> decisions;
  std::vector<journal::Entry> applications;
  std::vector<journal::Entry> expenses;
  curriculum::Usd spent{0};           // of all expenses
  std::vector<journal::Entry> notes;  // entries of any type that have one
};

// Hours over time.
struct HoursReport {
  std::vector<HoursSoFar> planned;
  std::vector<HoursSoFar> studied;
  std::vector<CalendarWeek> by_week;
  journal::StudyByDay by_day;
  ForecastStatus status = ForecastStatus::none;
  Chances finish{};  // when all planned hours are done, at the pace of the weeks behind
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
  int problems_open = 0;  // asked for by the plan, whatever else was solved
  std::size_t tiers_passed = 0;
  std::optional<calendar::Date> finished_on{};  // the day the last tier was passed, once all are
  std::size_t tier_number = 0;  // of the open one among `tiers`, from 1; 0 when all are passed
  std::size_t tiers_total = 0;
  int weeks_total = 0;  // of all tiers
  // Set if it tells of this tier alone: then `tiers`, `topics`, `artefacts`, `plan`, `ahead`, hours
  // and problems are its own, and the rest is of the whole track.
  std::optional<curriculum::TierId> only_tier{};
  std::vector<TierReport> tiers;
  std::vector<TopicReport> topics;  // those with a target or a solved problem
  std::vector<DeliveredArtefact> artefacts;
  PlanValues plan;  // all its weeks
  plan::FirstDates first_dates{};
  std::vector<plan::Break> breaks{};
  std::vector<WeekValues> ahead;  // the current week and the next two
  HoursReport hours;
  std::vector<journal::Entry> mocks{};  // mock exams of the exam prepared for, oldest first
  Today now;
  // Set by track::read_progress_report.
  std::vector<ModuleState> modules{};          // planned or begun
  std::optional<PrivateReport> only_for_me{};  // nullopt where others may read it
};

struct Evidence {
  journal::MinutesByKind minutes_by_kind;
  std::vector<rules::Verdict> gates;  // one per tier of the plan that is not passed
  std::vector<rules::PassedGate> passed;
  std::vector<journal::Entry> signatures{};  // newest first
  std::vector<TopicPace> topics{};
  std::optional<Forecast> forecast{};
  std::vector<journal::Entry> mocks{};  // as in ProgressReport
  plan::FirstDates first_dates{};
};

[[nodiscard]] ProgressReport progress_report(const Track& track, const Record& record,
                                             const Evidence& evidence, const Today& now);

}  // namespace gradus::insight
