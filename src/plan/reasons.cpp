#include "gradus/plan/reasons.hpp"

#include "gradus/plan/layout.hpp"

#include <algorithm>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

// Whether the weeks up to this one use all the slots of the day.
bool is_full(Date day, const Plan& plan, std::size_t index, const Frame& frame) {
  Minutes used{0};
  for (std::size_t i = 0; i <= index; ++i)
    for (const Block& block : plan.weeks[i].dates.blocks)
      if (block.on == day) used += block.minutes;
  return used > Minutes{0} && used >= frame.available.per_day(day.weekday());
}

// Where a rule lets a week begin, breaks aside.
struct Earliest {
  Date day;
  Begins because;
};

Earliest after(const Plan& plan, const Frame& frame, std::size_t index) {
  const PlanWeek& before = plan.weeks[index];
  const Date last = before.dates.last_day_of_study();
  if (frame.fit == Fit::flow && !is_full(last, plan, index, frame))
    return {last, Begins::time_left};
  const Earliest next{last + Days{1}, Begins::last_block};
  if (before.dates.finished) return {next.day, Begins::finished_early};
  if (frame.fit == Fit::flow || before.load.only_modules) return next;
  const Earliest seven{before.dates.seven_days_from() + Days{7}, Begins::seven_days};
  return seven.day >= next.day ? seven : next;
}

// Whether some of it lay behind when the plan was last laid anew.
bool has_past(const PlanWeek& week) {
  return week.dates.anchor.has_value() || week.dates.first_day() < week.dates.from;
}

// Compares the week's first day with where the rules would have it.
void explain_begin(WeekReasons& result, const Earliest& earliest, const Frame& frame) {
  Date day = earliest.day;
  while (const Break* found = break_on(day, frame.breaks)) {
    if (!result.moved_past) result.moved_past = *found;
    day = found->to + Days{1};
  }
  if (day == result.first_day) {
    result.begins = earliest.because;
    return;
  }
  const bool drawn = result.before != nullptr && result.before->dates.finished;
  result.begins = drawn && !has_past(result.week) ? Begins::finished_early : Begins::kept;
  result.moved_past.reset();
}

// Slots with a time hold the block at its time; of those without, one kept for its kind comes
// first.
std::optional<calendar::Slot> slot_of(const Block& block, const Frame& frame) {
  const auto& slots = frame.available.on(block.on.weekday());
  const auto holds = [&](const calendar::Slot& slot) {
    if (!slot.at || !block.at) return !slot.at && !block.at && block.minutes <= slot.length;
    const auto from = slot.at->since_midnight();
    const auto at = block.at->since_midnight();
    return from <= at && at + block.minutes <= from + slot.length;
  };
  const auto kept_for_it = std::ranges::find_if(
      slots, [&](const calendar::Slot& slot) { return slot.hint == block.kind && holds(slot); });
  if (kept_for_it != slots.end()) return *kept_for_it;
  const auto found = std::ranges::find_if(slots, holds);
  return found == slots.end() ? std::nullopt : std::optional{*found};
}

BlockReason reason(const Block& block, const Frame& frame) {
  const auto slot = slot_of(block, frame);
  Placed placed = Placed::order;
  if (block.past)
    placed = Placed::past;
  else if (!slot)
    placed = Placed::kept;
  else if (slot->hint == block.kind)
    placed = Placed::hint;
  return {block, slot, placed};
}

}  // namespace

WeekReasons reasons(const Plan& plan, const Frame& frame, std::size_t index,
                    const std::set<curriculum::TierId>& passed) {
  const PlanWeek& week = plan.weeks.at(index);
  const PlanWeek* before = index == 0 ? nullptr : &plan.weeks[index - 1];
  WeekReasons result{.week = week,
                     .before = before,
                     .begins = Begins::kept,
                     .first_day = week.dates.seven_days_from(),
                     .passed = passed.contains(week.load.tier)};
  explain_begin(
      result,
      before == nullptr ? Earliest{frame.start, Begins::with_plan} : after(plan, frame, index - 1),
      frame);
  if (result.begins == Begins::finished_early && passed.contains(before->load.tier))
    result.begins = Begins::passed;
  for (const Block& block : week.dates.blocks) result.blocks.push_back(reason(block, frame));
  for (const Break& each : frame.breaks)
    if (each.from <= week.dates.to && each.to >= result.first_day) result.breaks.push_back(each);
  return result;
}

}  // namespace gradus::plan
