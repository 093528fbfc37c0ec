#include "plan/fill_days.hpp"

#include <algorithm>
#include <optional>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

// Moves as many of the week's minutes of one kind into the slot as fit.
void serve(calendar::BlockKind kind, const calendar::Slot& slot, Minutes& used, Date on,
           curriculum::WeekMinutes& rest, std::vector<Block>& blocks) {
  Minutes& wanted = rest.of(kind);
  const Minutes taken = std::min(slot.length - used, wanted);
  if (taken <= Minutes{0}) return;
  std::optional<calendar::TimeOfDay> at;
  if (slot.at) at = calendar::TimeOfDay{slot.at->since_midnight() + used};
  blocks.push_back(Block{on, at, taken, kind});
  used += taken;
  wanted -= taken;
}

void fill_day(Date on, const std::vector<calendar::Slot>& slots, curriculum::WeekMinutes& rest,
              std::vector<Block>& blocks, Minutes spent = Minutes{0}) {
  for (const calendar::Slot& slot : slots) {
    Minutes used = std::min(spent, slot.length);
    spent -= used;
    if (slot.hint) serve(*slot.hint, slot, used, on, rest, blocks);
    for (const calendar::BlockKind kind : calendar::block_kinds) {
      serve(kind, slot, used, on, rest, blocks);
    }
  }
}

}  // namespace

Date later(Date day, Days days) {
  if (days > Date::last() - day) {
    throw Error{"the plan would run past 9999-12-31, the last day of the calendar",
                "start earlier, or free more hours a week"};
  }
  return day + days;
}

Date off_breaks(Date day, BreakDays& breaks) {
  while (breaks.contains(day)) {
    if (day == Date::last()) {
      throw Error{"the break until 9999-12-31 leaves no day for study: a break needs an end",
                  "give its last day: gradus plan break FROM TO"};
    }
    day = day + Days{1};
  }
  return day;
}

std::vector<Block> fill_days(curriculum::WeekMinutes rest, Date from,
                             const calendar::Availability& available, BreakDays& breaks,
                             Minutes spent) {
  std::vector<Block> blocks;
  fill_day(from, available.on(from.weekday()), rest, blocks, spent);
  for (Date day = from; rest.total() > Minutes{0};) {
    day = off_breaks(later(day, Days{1}), breaks);
    fill_day(day, available.on(day.weekday()), rest, blocks);
  }
  return blocks;
}

void require_capacity(const std::vector<WeekLoad>& loads, const calendar::Availability& available) {
  if (available.per_week() > Minutes{0}) return;
  const auto work = std::ranges::find_if(
      loads, [](const WeekLoad& load) { return load.minutes.total() > Minutes{0}; });
  if (work == loads.end()) return;
  throw Error{"no capacity: the usual week has no time for study, but the plan needs " +
                  calendar::format_duration(work->minutes.total()) + " for \"" + work->title + '"',
              "give at least one slot, such as sat=3h"};
}

}  // namespace gradus::plan
