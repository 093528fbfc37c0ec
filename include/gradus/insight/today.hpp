#pragma once

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

// The state of a track on a day, for one screen.
struct Today {
  calendar::Date date;
  const curriculum::Tier* tier;      // the open one; nullptr when all are passed
  int tier_number;                   // of the open one, from 1; 0 when all are passed
  int tiers_total;                   // without retired ones
  std::optional<WeekValues> week;    // the current one, while a tier is open
  std::vector<TodaysBlock> blocks;   // of the open tier, on this date
  std::optional<plan::Break> pause;  // the break that includes this date
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
