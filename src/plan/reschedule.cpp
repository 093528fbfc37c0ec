#include "gradus/plan/reschedule.hpp"

#include "plan/fill_days.hpp"
#include "plan/past_days.hpp"
#include "plan/week_layout.hpp"
#include "plan/what_remains.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::WeekMinutes;

WeekMinutes minutes_from(const WeekDates& week, Date today) {
  WeekMinutes sum;
  for (const Block& block : week.blocks)
    if (block.on >= today) sum.of(block.kind) += block.minutes;
  return sum;
}

// Where the weeks of one layout went in another of the same track, possibly for another version of
// its curriculum.
class Mapping {
 public:
  explicit Mapping(const std::vector<WeekLoad>& loads) {
    for (std::size_t i = 0; i < loads.size(); ++i) {
      by_key_.emplace(loads[i].key, i);
      for (const auto& week : loads[i].week_ids()) carriers_.emplace(week, i);
    }
  }

  // By its key, else by the first curriculum week it carries; nullopt when that is gone too.
  [[nodiscard]] std::optional<std::size_t> find(const WeekLoad& old) const {
    const auto same = by_key_.find(old.key);
    if (same != by_key_.end() && !old.key.empty()) return same->second;
    const auto carrier = carriers_.find(old.carries.front().week);
    if (carrier == carriers_.end()) return std::nullopt;
    return carrier->second;
  }

 private:
  std::map<std::string, std::size_t> by_key_{};
  std::map<curriculum::WeekId, std::size_t> carriers_{};
};

// A tier's weeks in order, by what they carry.
using Division = std::vector<std::vector<curriculum::WeekId>>;

std::map<curriculum::TierId, Division> divisions(const std::vector<WeekLoad>& loads) {
  std::map<curriculum::TierId, Division> result;
  for (const WeekLoad& load : loads)
    if (load.is_own()) result[load.tier].push_back(load.week_ids());
  return result;
}

// Each week once: repeated occurrences are next to each other.
std::vector<curriculum::WeekId> in_order(const Division& weeks) {
  std::vector<curriculum::WeekId> order;
  for (const auto& carries : weeks)
    for (const auto& week : carries)
      if (order.empty() || order.back() != week) order.push_back(week);
  return order;
}

// The tiers that were compressed or stretched. In a tier whose set of weeks changed, each week
// keeps its own past.
std::set<curriculum::TierId> redivided(const Plan& before, const std::vector<WeekLoad>& loads) {
  std::vector<WeekLoad> old;
  old.reserve(before.weeks.size());
  for (const PlanWeek& week : before.weeks) old.push_back(week.load);
  const auto then = divisions(old);
  std::set<curriculum::TierId> tiers;
  for (const auto& [tier, weeks] : divisions(loads)) {
    const auto found = then.find(tier);
    if (found == then.end() || found->second == weeks) continue;
    if (in_order(found->second) == in_order(weeks)) tiers.insert(tier);
  }
  return tiers;
}

// A new layout while the old one is looked up in it.
struct Relayout {
  const std::vector<WeekLoad>& loads;
  Date today;
  std::vector<PendingWeek> weeks;      // one for each load
  std::vector<WeekMinutes> accounted;  // what lies behind each by plan, or by what was logged
  std::vector<bool> changed_tier;
};

Relayout relayout(const std::vector<WeekLoad>& loads, Date today) {
  Relayout result{
      loads, today, {}, std::vector<WeekMinutes>(loads.size()), std::vector<bool>(loads.size())};
  result.weeks.reserve(loads.size());
  std::ranges::transform(loads, std::back_inserter(result.weeks), pending);
  return result;
}

// What a week has behind it goes to the new one.
void take_over(Relayout& to, std::size_t place, const PlanWeek& old) {
  if (old.load.tier != to.loads[place].tier) to.changed_tier[place] = true;
  const auto ahead = minutes_from(old.dates, to.today);
  for (const auto kind : calendar::block_kinds)
    to.accounted[place].of(kind) +=
        std::max(old.load.minutes.of(kind) - ahead.of(kind), Minutes{0});
  PendingWeek& week = to.weeks[place];
  if (!week.before) {
    week.before = old.dates;
    week.before->blocks.clear();
    week.closed = old.dates.finished;
    week.filled = old.dates.filled;
  }
  week.before->to = std::max(week.before->to, old.dates.to);
  for (const Block& block : old.dates.blocks)
    if (block.on < to.today) week.before->blocks.push_back(block);
}

// Lays out what was planned from today on: the rest of each week, whatever was logged.
void keep_what_was_planned(Relayout& to) {
  for (std::size_t i = 0; i < to.loads.size(); ++i) {
    for (const auto kind : calendar::block_kinds) {
      Minutes& rest = to.weeks[i].rest.of(kind);
      rest -= std::min(rest, to.accounted[i].of(kind));
    }
  }
}

// Hands the past days of a tier to the weeks it is divided into now.
void divide_past(Relayout& to, const curriculum::TierId& tier,
                 const std::vector<const PlanWeek*>& old) {
  PastDays past(old, to.today);
  WeekDates* before = nullptr;
  for (std::size_t i = 0; i < to.loads.size(); ++i) {
    if (to.loads[i].tier != tier) continue;
    const bool last = i + 1 == to.loads.size() || to.loads[i + 1].tier != tier;
    auto& dates = to.weeks[i].before;
    dates = past.next(to.loads[i].minutes.total(), last);
    if (dates && before != nullptr) before->to = dates->from - Days{1};
    before = dates ? &*dates : nullptr;
  }
}

// The progress of all weeks by what was logged. One without a past is not over.
std::vector<WeekProgress> progress_of(const Relayout& to, const History& history) {
  std::vector<WeekDates> dates;
  dates.reserve(to.weeks.size());
  for (const PendingWeek& week : to.weeks)
    dates.push_back(week.before.value_or(WeekDates{Date::last(), Date::last(), {}}));
  const Plan plan = join(to.today, to.loads, std::move(dates), to.today);
  return progress(plan, history.logged, to.today);
}

void close(PendingWeek& week) {
  week.closed = true;
  if (week.before) week.before->finished = true;
}

// What lies behind an unfinished week is past, and its `from` speaks of what remains.
void mark_past(WeekDates& week, Date today) {
  for (Block& block : week.blocks) block.past = true;
  if (week.finished || week.from >= today) return;
  week.anchor = week.seven_days_from();
  week.from = today;
}

// The first week of the first tier that is divided anew: from there on, old weeks are gone, so what
// remains is told by what was logged, as in a re-plan.
std::size_t first_divided(const Relayout& to, const std::set<curriculum::TierId>& divided) {
  const auto first = std::ranges::find_if(
      to.loads, [&](const WeekLoad& load) { return divided.contains(load.tier); });
  return static_cast<std::size_t>(first - to.loads.begin());
}

// Closes the weeks that come into a passed tier. What remains of weeks that are new, too, is told
// by what was logged.
void account_for(const History& history, Relayout& to,
                 const std::set<curriculum::TierId>& divided) {
  const auto remains = what_remains(to.loads, progress_of(to, history), history.passed);
  const auto first = first_divided(to, divided);
  for (std::size_t i = 0; i < to.loads.size(); ++i) {
    const WeekLoad& load = to.loads[i];
    PendingWeek& week = to.weeks[i];
    const bool replanned = i >= first;
    const bool arrives = !week.before;
    if (history.passed.contains(load.tier) && (arrives || replanned || to.changed_tier[i])) {
      close(week);
    } else if (replanned || (arrives && load.is_own())) {
      week.rest = remains[i].rest;
      week.filled = remains[i].filled;
      week.closed = false;
      if (week.before) week.before->finished = false;
      if (remains[i].finished) close(week);
    }
    if (replanned && week.before) mark_past(*week.before, to.today);
  }
}

// The past blocks of weeks no longer in the plan, each with the index of the week that keeps them
// now: the one before it.
using OrphanedBlocks = std::vector<std::pair<std::size_t, Block>>;

// Inserts them by date. They don't count for the week that keeps them.
void attach_orphans(std::vector<WeekDates>& weeks, const OrphanedBlocks& orphans) {
  for (auto [place, block] : orphans) {
    block.past = true;
    auto& blocks = weeks[place].blocks;
    const auto later = [](const Block& a, const Block& b) {
      return std::pair(a.on, a.at) < std::pair(b.on, b.at);
    };
    const auto at = std::ranges::upper_bound(blocks, block, later);
    blocks.insert(at, block);
  }
}

}  // namespace

std::vector<WeekDates> reschedule(const Plan& before, const std::vector<WeekLoad>& loads,
                                  const Frame& frame, Date today, const History& history) {
  require_capacity(loads, frame.available);
  const Mapping mapping(loads);
  const auto divided = redivided(before, loads);
  Relayout to = relayout(loads, today);
  OrphanedBlocks orphans;
  std::map<curriculum::TierId, std::vector<const PlanWeek*>> of_divided;
  std::size_t place = 0;
  for (const PlanWeek& old : before.weeks) {
    if (divided.contains(old.load.tier)) {
      of_divided[old.load.tier].push_back(&old);
    } else if (const auto found = mapping.find(old.load)) {
      place = *found;
      take_over(to, place, old);
    } else {
      for (const Block& block : old.dates.blocks)
        if (block.on < today) orphans.emplace_back(place, block);
    }
  }
  keep_what_was_planned(to);
  for (const auto& [tier, old] : of_divided) divide_past(to, tier, old);
  account_for(history, to, divided);
  auto dates = lay(to.weeks, frame, today);
  attach_orphans(dates, orphans);
  return dates;
}

std::vector<WeekDates> reschedule_remaining(const Plan& plan,
                                            const std::vector<WeekProgress>& progress,
                                            const std::set<curriculum::TierId>& passed,
                                            const Frame& frame, Date today, Minutes studied_today) {
  std::vector<WeekLoad> loads;
  loads.reserve(plan.weeks.size());
  for (const PlanWeek& week : plan.weeks) loads.push_back(week.load);
  const auto remains = what_remains(loads, progress, passed);
  std::vector<PendingWeek> weeks;
  std::vector<WeekLoad> open;
  weeks.reserve(plan.weeks.size());
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    const PlanWeek& week = plan.weeks[i];
    PendingWeek again = pending(week.load);
    again.rest = remains[i].rest;
    again.filled = remains[i].filled;
    again.before = week.dates;
    again.before->blocks.clear();
    for (Block block : week.dates.blocks) {
      if (block.on >= today) continue;
      block.past = true;
      again.before->blocks.push_back(block);
    }
    again.before->finished = false;
    if (remains[i].finished)
      close(again);
    else
      open.push_back(week.load);
    weeks.push_back(std::move(again));
  }
  require_capacity(open, frame.available);
  return lay(weeks, frame, today, studied_today);
}

}  // namespace gradus::plan
