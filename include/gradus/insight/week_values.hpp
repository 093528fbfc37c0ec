#pragma once

#include "gradus/insight/track.hpp"
#include "gradus/plan/progress.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gradus::insight {

// A row of a week's problem targets, and how many different problems fill it.
struct ProblemProgress {
  curriculum::ProblemTarget target;
  int solved;  // at most the target; see fill_rows
};

struct ArtefactProgress {
  curriculum::Artefact artefact;
  calendar::Date due;  // the week's last day
  bool delivered;
  bool late = false;  // due before today, and not delivered
};
// Whether what the week asks for is late: it is over, and its tier not locked.
[[nodiscard]] bool is_late(const plan::PlanWeek& week, const Track& track, calendar::Date today);

// A plan week with what was done for it.
struct WeekValues {
  plan::PlanWeek week;
  plan::WeekProgress progress;
  std::vector<ProblemProgress> problems;
  std::vector<ArtefactProgress> artefacts;
  bool current = false;  // the one that is studied now

  // Studied, its problem rows full, its artefacts delivered.
  [[nodiscard]] bool done() const;
};

// What plan weeks contain and what was done for it: for one week, a tier or the whole plan. Every
// format takes its sums from here.
struct Amounts {
  Minutes planned{0};    // by the curriculum, with the track's shape applied
  Minutes remaining{0};  // in the calendar, without what a re-plan has marked as past
  Minutes left{0};       // of that, what is still to be studied
  Minutes actual{0};     // logged, including beyond the planned minutes
  Minutes filled{0};     // by what was logged beyond earlier weeks, see plan::WeekDates
  int problems = 0;
  int problems_done = 0;  // at most what the rows ask for
  std::size_t artefacts = 0;
  std::size_t artefacts_done = 0;

  Amounts& operator+=(const Amounts& other);
};
[[nodiscard]] Amounts amounts(const WeekValues& week);

// Unsolved problems by topic and difficulty, from the week's own rows and its top-ups alike.
[[nodiscard]] std::vector<curriculum::ProblemTarget> unsolved(const WeekValues& week);

// `index`: that of the plan week, from 0. Problems count for the curriculum weeks it carries.
[[nodiscard]] WeekValues week_values(const Track& track, const Record& record, std::size_t index,
                                     calendar::Date today);

struct TierValues {
  plan::TierSpan span;
  Amounts amounts;
};

// A whole plan with what was done for it.
struct PlanValues {
  std::vector<WeekValues> weeks;  // one per plan week, in order
  std::vector<TierValues> tiers;  // in the plan's order
  Amounts total;
  // The index of the week that is studied now, whatever the calendar says: the open tier's first
  // that is not studied, else its last. nullopt once every tier is passed.
  std::optional<std::size_t> current{};
  int problems_beyond = 0;   // solved beyond what the rows of its tiers' weeks ask for
  bool all_studied = false;  // every week of the open tier is: what remains is its gate
};
[[nodiscard]] PlanValues plan_values(const Track& track, const Record& record,
                                     calendar::Date today);

}  // namespace gradus::insight
