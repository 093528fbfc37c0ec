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
struct WeekValues {
  plan::PlanWeek week;
  plan::WeekProgress progress;
  std::vector<ProblemProgress> problems;
  std::vector<ArtefactProgress> artefacts;
};

// What plan weeks hold and what was done for it: of one week, of a tier, of the whole plan. Every
// format takes its sums from here.
struct Amounts {
  Minutes planned{0};    // by the curriculum, as the track's shape has it
  Minutes remaining{0};  // in the calendar, without what a re-plan has put in the past
  Minutes actual{0};     // logged; beyond the planned ones too
  int problems = 0;
  int problems_done = 0;  // no more than the rows ask for
  std::size_t artefacts = 0;
  std::size_t artefacts_done = 0;

  Amounts& operator+=(const Amounts& other);
};
[[nodiscard]] Amounts amounts(const WeekValues& week);

// Unsolved problems by topic and difficulty, whether of the week's own rows or of its top-ups.
[[nodiscard]] std::vector<curriculum::ProblemTarget> unsolved(const WeekValues& week);

// `index`: of the plan week, from 0. Problems count for the curriculum weeks that it carries.
[[nodiscard]] WeekValues week_values(const Track& track, const Record& record, std::size_t index,
                                     calendar::Date today);

struct TierValues {
  plan::TierSpan span;
  Amounts amounts;
};

// A whole plan with what was done for it.
struct PlanValues {
  std::vector<WeekValues> weeks;  // one for each plan week, in order
  std::vector<TierValues> tiers;  // in the plan's order
  Amounts total;
};
[[nodiscard]] PlanValues plan_values(const Track& track, const Record& record,
                                     calendar::Date today);

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
  const curriculum::Tier* tier;      // the open one; null when all are passed
  int tier_number;                   // of the open one, from 1; 0 when all are passed
  int tiers_total;                   // that are not retired
  std::optional<WeekValues> week;    // the current one, while a tier is open
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
