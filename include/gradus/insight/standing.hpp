#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/journal/timer.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
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

// A row of a week's problem targets, and how many of the topic and difficulty were solved for it.
struct ProblemProgress {
  curriculum::ProblemTarget target;
  int solved;  // no more than the target: what is over counts for the next row of the same kind
};

struct ArtefactProgress {
  curriculum::Artefact artefact;
  calendar::Date due;  // the week's last day
  bool delivered;
};

// A plan week with what was done for it.
struct WeekStanding {
  plan::PlanWeek week;
  plan::WeekProgress progress;
  std::vector<ProblemProgress> problems;
  std::vector<ArtefactProgress> artefacts;
};

// `index`: of the plan week, from 0. Problems count for the curriculum weeks that it carries.
[[nodiscard]] WeekStanding week_standing(const Track& track, const Record& record,
                                         std::size_t index, calendar::Date today);
// The same, from the progress of the whole plan: for who asks of several weeks.
[[nodiscard]] WeekStanding week_standing(const Track& track, const Record& record,
                                         std::size_t index,
                                         const std::vector<plan::WeekProgress>& progress);

struct Suggestion {
  std::string command;  // complete, to be typed as it stands where it can be
  std::string reason;
};

// A block of the plan with what was studied of it: the day's time fills its blocks kind by kind.
struct TodaysBlock {
  plan::Block block;
  Minutes done;
  [[nodiscard]] Minutes left() const { return block.minutes - done; }
};

// What was done for tiers that are still locked. It counts once they open.
struct Waiting {
  Minutes minutes{0};
  int problems = 0;
};

// The state in one screen.
struct Today {
  calendar::Date date;
  const curriculum::Tier* tier;      // the open one; nothing when all are passed
  std::optional<WeekStanding> week;  // the current one, while a tier is open
  std::vector<TodaysBlock> blocks;   // of the open tier, on this date
  std::optional<plan::Break> pause;  // the break that this date lies in
  std::size_t criteria_met;
  std::size_t criteria_waived;
  std::size_t criteria_total;
  std::optional<rules::CriterionResult> first_unmet;  // neither passed nor waived
  std::optional<journal::RunningTimer> timer;
  Waiting waiting{};
  Suggestion next;
};

// `gate`: the verdict on the open tier, or on the finish once all are passed.
[[nodiscard]] Today today(const Track& track, const Record& record, const rules::Verdict& gate,
                          calendar::Date date,
                          const std::optional<journal::RunningTimer>& timer = std::nullopt);

}  // namespace gradus::insight
