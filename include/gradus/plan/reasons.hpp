#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/plan/layout.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

// Why a plan week lies where it lies, read off the plan by the rules of lay_out.
namespace gradus::plan {

// Why a week begins on its day.
enum class Begins {
  with_plan,       // it is the plan's first
  seven_days,      // `weekly`: 7 days after the week before it began
  last_block,      // the day after the last block of the week before it
  time_left,       // `flow`: the slots of the last day of the week before it have time left
  finished_early,  // the week before it was finished when the plan was laid anew
  passed,          // the tier of the week before it was passed when the plan was laid anew
  kept,            // it had begun when the plan was changed, and so keeps its day
};
inline constexpr auto all_begins = named<Begins>({{Begins::with_plan, "plan-start"},
                                                  {Begins::seven_days, "seven-days"},
                                                  {Begins::last_block, "last-block"},
                                                  {Begins::time_left, "time-left"},
                                                  {Begins::finished_early, "finished-early"},
                                                  {Begins::passed, "passed"},
                                                  {Begins::kept, "kept"}});
[[nodiscard]] constexpr std::string_view name(Begins begins) {
  return all_begins.name(begins);
}

// Why a block is on its day, at its time, for its kind.
enum class Placed {
  hint,   // its slot is kept for its kind
  order,  // its slot takes reading, then lab, then review, and nothing earlier was left
  past,   // it lies behind, and a change of the plan leaves that as it was
  kept,   // the usual week has no such slot any more
};
inline constexpr auto all_placed = named<Placed>({{Placed::hint, "hint"},
                                                  {Placed::order, "order"},
                                                  {Placed::past, "past"},
                                                  {Placed::kept, "kept"}});
[[nodiscard]] constexpr std::string_view name(Placed placed) {
  return all_placed.name(placed);
}

struct BlockReason {
  Block block;
  std::optional<calendar::Slot> slot;  // the one it lies in, if the usual week has it
  Placed placed;
};

struct WeekReasons {
  const PlanWeek& week;
  const PlanWeek* before;  // the week before it in the plan's order; nullptr for the first
  Begins begins;
  calendar::Date first_day;           // by that reason; the 7 days are counted from it
  bool passed = false;                // its tier is
  std::optional<Break> moved_past{};  // the break that it would have begun on
  std::vector<BlockReason> blocks{};  // in order of time
  std::vector<Break> breaks{};        // those with days between its first and its last
};

// `index`: of the plan week, from 0; `passed`: the tiers that are. The result holds references to
// the plan.
[[nodiscard]] WeekReasons reasons(const Plan& plan, const Frame& frame, std::size_t index,
                                  const std::set<curriculum::TierId>& passed = {});

}  // namespace gradus::plan
