#pragma once

#include "gradus/insight/exam_status.hpp"
#include "gradus/insight/hours.hpp"
#include "gradus/insight/module_page.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/journal/timer.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

struct Suggestion {
  std::string command;  // complete, ready to be typed wherever possible
  std::string reason;
};

// A block of the plan with the time studied of it: the day's time fills its blocks kind by kind.
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

// What an earlier week of the open tier still asks for, though its time is studied.
struct OpenBefore {
  int number;  // of the plan week
  curriculum::WeekId week;
  std::vector<curriculum::ProblemTarget> problems;  // unsolved, by topic and difficulty
  std::vector<ArtefactProgress> artefacts;          // not delivered
  calendar::Days late;                              // since the week's last day, at least 0

  [[nodiscard]] int problem_count() const;
};

// What is left to review on a day, in a block of the plan or without one.
struct ReviewBlock {
  bool planned = false;               // the day has a block for review
  bool done = false;                  // its block is, or nothing that is due fits any more
  int reviewed = 0;                   // things reviewed on the day
  std::vector<std::string> titles{};  // of what is due and fits, in order
  Minutes minutes{0};                 // that these take
  std::vector<curriculum::TopicId> weak_topics{};  // while a block is open; the weakest first
};

// What another active track of the store still has for the day.
struct TrackToday {
  std::string track;
  std::vector<TodaysBlock> blocks;
};

// The state of a track on a day, for one screen.
struct Today {
  calendar::Date date;
  const curriculum::Tier* tier;    // the open one; nullptr when all are passed
  int tier_number;                 // of the open one, from 1; 0 when all are passed
  int tiers_total;                 // without retired ones
  std::optional<WeekValues> week;  // the current one, while a tier is open
  std::vector<OpenBefore> open_before{};
  // Of the current week's blocks of the last days, what was neither studied on its day nor made up
  // for since.
  std::vector<plan::Block> missed{};
  bool gate_shut = false;     // the tier's weeks are studied, but its gate is not met
  bool gate_planned = false;  // the plan has gate weeks for it that are not over
  // By how much a re-plan would move the finish for what a shut gate lacks, where nothing is
  // planned for it. Set by track::read_today: it takes a plan.
  std::optional<calendar::Days> gate_moves_finish{};
  // Of the open tier, on this date. The day's slots while its gate is shut and the plan has no gate
  // week for it, and when its last block is over.
  std::vector<TodaysBlock> blocks;
  std::optional<plan::Break> pause;  // the break that includes this date
  std::size_t criteria_met;
  std::size_t criteria_waived;
  std::size_t criteria_total;
  std::vector<rules::CriterionResult> unmet;  // neither passed nor waived
  std::optional<journal::RunningTimer> timer;
  Waiting waiting{};
  std::vector<TrackToday> elsewhere{};      // set by track::read_today: it reads other tracks
  std::optional<ExamAhead> exam{};          // nullopt where there is nothing to tell of one
  std::vector<StudiedDay> last_days{};      // seven, up to this one
  int streak_weeks = 0;                     // in a row with study, up to this one or the last
  std::vector<ModulePage> modules{};        // of the current week; set by track::read_today
  ReviewBlock to_review{};                  // set by track::review_block: it reads what is due
  std::optional<plan::Block> next_block{};  // today's first that is not done, else the next day's
  Suggestion next;

  [[nodiscard]] const rules::CriterionResult* first_unmet() const {
    return unmet.empty() ? nullptr : &unmet.front();
  }
  // Only the gate is left of the tier, in weeks of its own or not.
  [[nodiscard]] bool at_the_gate() const {
    return gate_shut || (week && week->week.load.gate && !unmet.empty());
  }
  // Everything planned for the day was studied.
  [[nodiscard]] bool done_today() const;
};

// `gate`: the verdict on the open tier, or on the finish once all are passed.
[[nodiscard]] Today today(const Track& track, const Record& record, const rules::Verdict& gate,
                          calendar::Date date,
                          const std::optional<journal::RunningTimer>& timer = std::nullopt);

}  // namespace gradus::insight
