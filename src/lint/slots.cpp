#include "gradus/lint/slots.hpp"

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/duration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace gradus::lint {
namespace {

using calendar::Availability;
using calendar::BlockKind;
using calendar::format_duration;
using calendar::Minutes;
using curriculum::Curriculum;
using curriculum::WeekMinutes;

std::vector<WeekMinutes> weeks_of(const Curriculum& curriculum) {
  std::vector<WeekMinutes> weeks;
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired) continue;
    for (const auto& week : tier.weeks)
      if (!week.retired) weeks.push_back(week.minutes);
  }
  return weeks;
}

// About how many weeks of the calendar they take if each begins 7 days after the one before, or
// when that is done.
std::int64_t calendar_weeks(const std::vector<WeekMinutes>& weeks, Minutes slots) {
  std::int64_t days = 0;
  for (const WeekMinutes& week : weeks) {
    const auto needed = 7 * week.total().count();
    days += std::max<std::int64_t>(7, (needed + slots.count() - 1) / slots.count());
  }
  return (days + 6) / 7;
}

// How the slots stand in messages.
std::string whose(const Curriculum& curriculum, Minutes slots) {
  return curriculum.available ? fmt::format("its slots add up to {} a week", format_duration(slots))
                              : fmt::format("no \"available\", so the usual {} a week are used",
                                            format_duration(slots));
}

std::string slots_to_write(const Curriculum& curriculum, Minutes slots, Minutes needed) {
  return curriculum.available
             ? fmt::format("add slots of {} in all", format_duration(needed - slots))
             : fmt::format("write \"available\" with slots of {} in all", format_duration(needed));
}

void find_long_weeks(const Curriculum& curriculum, const std::vector<WeekMinutes>& weeks,
                     Minutes slots, std::vector<Misfit>& found) {
  const auto longest = std::ranges::max(weeks, {}, &WeekMinutes::total).total();
  if (longest > slots) {
    const auto longer = std::ranges::count_if(
        weeks, [slots](const WeekMinutes& week) { return week.total() > slots; });
    found.push_back(
        {fmt::format("{}, but {} of {} weeks of study take more, up to {}: about {} weeks of the "
                     "calendar for {}",
                     whose(curriculum, slots), longer, weeks.size(), format_duration(longest),
                     calendar_weeks(weeks, slots), weeks.size()),
         fmt::format("{}, or write at most {} minutes a week",
                     slots_to_write(curriculum, slots, longest), slots.count())});
  } else if (!curriculum.available && longest < slots) {
    found.push_back({fmt::format("{}, but no week of study takes more than {}",
                                 whose(curriculum, slots), format_duration(longest)),
                     slots_to_write(curriculum, slots, longest)});
  }
}

bool hints_at(const Availability& available, BlockKind kind) {
  for (unsigned day = 0; day < 7; ++day)
    for (const auto& slot : available.on(std::chrono::weekday{day}))
      if (slot.hint == kind) return true;
  return false;
}

void find_idle_hints(const Availability& available, const std::vector<WeekMinutes>& weeks,
                     std::vector<Misfit>& found) {
  for (const BlockKind kind : calendar::block_kinds) {
    const auto has_some = [kind](const WeekMinutes& week) { return week.of(kind) > Minutes{0}; };
    if (!hints_at(available, kind) || std::ranges::any_of(weeks, has_some)) continue;
    found.push_back({fmt::format("has a slot for {0}, but no week has any {0}", name(kind)),
                     fmt::format("leave \":{0}\" out, or write minutes of {0}", name(kind))});
  }
}

}  // namespace

std::vector<Misfit> misfits(const Curriculum& curriculum) {
  const auto available = curriculum.available.value_or(calendar::usual_week());
  const auto weeks = weeks_of(curriculum);
  std::vector<Misfit> found;
  if (weeks.empty() || available.per_week() == Minutes{0}) return found;
  find_long_weeks(curriculum, weeks, available.per_week(), found);
  if (curriculum.available) find_idle_hints(available, weeks, found);
  return found;
}

}  // namespace gradus::lint
