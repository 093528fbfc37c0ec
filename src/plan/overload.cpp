#include "gradus/plan/overload.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/text/plural.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>

namespace gradus::plan {
namespace {

using calendar::Date;

// The time other plans need on a day, and the first track that needs any.
struct Asked {
  Minutes minutes{0};
  std::string track;
};

std::map<Date, Asked> asked_by_others(const std::vector<OtherPlan>& others, Date today) {
  std::map<Date, Asked> days;
  for (const auto& other : others) {
    for (const auto& week : other.weeks) {
      for (const auto& block : week.blocks) {
        if (block.on < today) continue;
        auto& day = days[block.on];
        day.minutes += block.minutes;
        if (day.track.empty()) day.track = other.track;
      }
    }
  }
  return days;
}

}  // namespace

std::optional<Warning> overload(const Plan& plan, const calendar::Availability& available,
                                const std::vector<OtherPlan>& others, Date today) {
  const auto asked = asked_by_others(others, today);
  if (asked.empty()) return std::nullopt;
  std::map<Date, Minutes> own;
  for (const auto& week : plan.weeks)
    for (const auto& block : week.dates.blocks) own[block.on] += block.minutes;

  std::size_t days = 0;
  std::string first;
  for (const auto& [day, minutes] : own) {
    const auto other = asked.find(day);
    if (other == asked.end()) continue;
    const auto both = minutes + other->second.minutes;
    const auto free = available.per_day(day.weekday());
    if (both <= free) continue;
    if (++days > 1) continue;
    first =
        fmt::format("the first on {0} with {1} planned, {3} of it for the track {4}, and {2} free",
                    day.iso(), calendar::format_duration(both), calendar::format_duration(free),
                    calendar::format_duration(other->second.minutes), other->second.track);
  }
  if (days == 0) return std::nullopt;
  return Warning{"tracks-overload",
                 fmt::format("{} more study than free time, {}: move one of the tracks to other "
                             "days with gradus plan available --track NAME",
                             text::counted(days, "day has", "days have"), first)};
}

}  // namespace gradus::plan
