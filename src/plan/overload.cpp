#include "gradus/plan/overload.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/text/shell_quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::format_duration;

using BlocksByDay = std::map<Date, std::vector<Block>>;

BlocksByDay blocks_ahead(const TrackPlan& plan, Date today) {
  BlocksByDay days;
  for (const auto& week : plan.weeks)
    for (const auto& block : week.blocks)
      if (block.on >= today) days[block.on].push_back(block);
  return days;
}

Minutes total(const std::vector<Block>& blocks) {
  Minutes sum{0};
  for (const Block& block : blocks) sum += block.minutes;
  return sum;
}

bool has_untimed(const std::vector<Block>& blocks) {
  return std::ranges::any_of(blocks, [](const Block& block) { return !block.at; });
}

// Minutes since midnight. Only for blocks with a time.
Minutes begin(const Block& block) {
  return block.at->since_midnight();
}

Minutes end(const Block& block) {
  return begin(block) + block.minutes;
}

bool overlap(const Block& a, const Block& b) {
  return a.at && b.at && begin(a) < end(b) && begin(b) < end(a);
}

// "09:00-12:00".
std::string times(const Block& block) {
  const auto until = end(block).count();
  return fmt::format("{}-{:02}:{:02}", block.at->text(), until / 60, until % 60);
}

// What another track plans on a day of this one.
struct Other {
  const TrackPlan& plan;
  const std::vector<Block>& blocks;
};

// A command that moves the other track's slots of the weekday to behind these, else before them,
// else away from that weekday.
std::string move_away(const Other& other, const std::vector<Block>& mine) {
  const auto day = mine.front().on.weekday();
  const auto length = other.plan.available.per_day(day);
  Minutes first = calendar::day_length;
  Minutes last{0};
  for (const Block& block : mine) {
    if (!block.at) continue;
    first = std::min(first, begin(block));
    last = std::max(last, end(block));
  }
  std::string slot = "0";
  if (length > Minutes{0} && last + length <= calendar::day_length)
    slot = format_duration(length) + '@' + calendar::TimeOfDay{last}.text();
  else if (length > Minutes{0} && length <= first && last > Minutes{0})
    slot = format_duration(length) + '@' + calendar::TimeOfDay{first - length}.text();
  return fmt::format("gradus plan available {}={} --track {}", calendar::short_name(day), slot,
                     text::shell_quote(other.plan.track));
}

// What is wrong with a day, and what to type.
struct Trouble {
  std::string what;
  std::string remedy;
};

std::optional<Trouble> clash(const TrackPlan& plan, const std::vector<Block>& mine,
                             const std::vector<Other>& others) {
  for (const Other& other : others)
    for (const Block& own : mine)
      for (const Block& theirs : other.blocks)
        if (overlap(own, theirs))
          return Trouble{fmt::format("{} at {} and {} at {}", plan.track, times(own),
                                     other.plan.track, times(theirs)),
                         move_away(other, mine)};
  return std::nullopt;
}

std::optional<Trouble> excess(const TrackPlan& plan, const std::vector<Block>& mine,
                              const std::vector<Other>& others) {
  Minutes all = total(mine);
  bool untimed = has_untimed(mine);
  std::string who = fmt::format("{} for {}", format_duration(all), plan.track);
  for (const Other& other : others) {
    all += total(other.blocks);
    untimed = untimed || has_untimed(other.blocks);
    who += fmt::format(", {} for {}", format_duration(total(other.blocks)), other.plan.track);
  }
  const auto day = mine.front().on.weekday();
  const auto free = plan.available.per_day(day);
  if (!untimed || all <= free) return std::nullopt;
  return Trouble{fmt::format("{}, but {} free", who, format_duration(free)),
                 fmt::format("gradus plan available {}=0 --track {}", calendar::short_name(day),
                             text::shell_quote(others.front().plan.track))};
}

}  // namespace

std::optional<Warning> overload(const TrackPlan& plan, const std::vector<TrackPlan>& others,
                                Date today) {
  std::vector<BlocksByDay> theirs;
  theirs.reserve(others.size());
  for (const TrackPlan& other : others) theirs.push_back(blocks_ahead(other, today));
  std::size_t days = 0;
  std::string first;
  for (const auto& [day, mine] : blocks_ahead(plan, today)) {
    std::vector<Other> same_day;
    for (std::size_t i = 0; i < others.size(); ++i)
      if (const auto found = theirs[i].find(day); found != theirs[i].end())
        same_day.push_back({others[i], found->second});
    if (same_day.empty()) continue;
    auto trouble = clash(plan, mine, same_day);
    if (!trouble) trouble = excess(plan, mine, same_day);
    if (trouble && ++days == 1)
      first = fmt::format("the first is {} {}, {}. Change the hours of one, for example: {}",
                          calendar::short_name(day.weekday()), day.iso(), trouble->what,
                          trouble->remedy);
  }
  if (days == 0) return std::nullopt;
  return Warning{"tracks-overload", fmt::format("the tracks get in each other's way on {}: {}",
                                                text::counted(days, "day"), first)};
}

}  // namespace gradus::plan
