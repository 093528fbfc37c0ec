#include "gradus/plan/reschedule.hpp"

#include "plan/break_days.hpp"
#include "plan/fill_days.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::WeekMinutes;

// A plan week before its dates are laid out again.
struct PendingWeek {
  WeekMinutes rest;                   // still to be laid out
  std::optional<WeekDates> before{};  // as it was, with the blocks that stay; nullopt: a new week
  bool closed = false;                // finished: none of it is laid out again

  // A re-plan moves `from`, but not the day from which the 7 days are counted.
  [[nodiscard]] bool begun(Date today) const {
    return before && (closed ? before->from : before->seven_days_from()) < today;
  }
};

WeekMinutes minutes_of(const std::vector<Block>& blocks) {
  WeekMinutes sum;
  for (const Block& block : blocks) sum.of(block.kind) += block.minutes;
  return sum;
}

std::vector<Block> blocks_before(const WeekDates& week, Date today) {
  std::vector<Block> kept;
  std::ranges::copy_if(week.blocks, std::back_inserter(kept),
                       [today](const Block& block) { return block.on < today; });
  return kept;
}

std::vector<Block> blocks_from(const WeekDates& week, Date today) {
  std::vector<Block> rest;
  std::ranges::copy_if(week.blocks, std::back_inserter(rest),
                       [today](const Block& block) { return block.on >= today; });
  return rest;
}

// Lays out week after week; each begins when the rules and the weeks before it allow.
class WeekLayout {
 public:
  // `studied`: the minutes of today's slots that are used up; only for a re-plan.
  WeekLayout(const Frame& frame, Date today, std::optional<Minutes> studied)
      : frame_(frame),
        today_(today),
        studied_(studied),
        breaks_(frame.breaks),
        earliest_(std::max(frame.start, today)) {}

  void add(const PendingWeek& week) {
    const bool nothing_left = week.rest.total() == Minutes{0};
    if (week.begun(today_) && (week.closed || nothing_left)) {
      keep(week);
    } else if (week.closed) {
      skip();
    } else {
      lay(week);
    }
  }

  [[nodiscard]] std::vector<WeekDates> finish() {
    end_kept_weeks();
    end_laid_weeks();
    return std::move(weeks_);
  }

 private:
  // Leaves the week as it was, except to make room for an earlier one laid out again behind it.
  void keep(const PendingWeek& week) {
    WeekDates dates = *week.before;
    if (first_laid_) {
      dates.to = std::max(dates.from, std::min(dates.to, *first_laid_ - Days{1}));
      std::erase_if(dates.blocks,
                    [&](const Block& block) { return block.on > dates.to && block.on >= today_; });
    }
    weeks_.push_back(std::move(dates));
    kept_.push_back(week.closed || first_laid_);
    go_on_after(weeks_.back());
  }

  // A week that is closed before it began takes a single day instead of 7.
  void skip() {
    const Date day = off_breaks(earliest_, breaks_);
    first_laid_ = first_laid_.value_or(day);
    weeks_.push_back({day, day, {}, day - Days{6}, true});
    kept_.push_back(false);
    earliest_ = later(day, Days{1});
  }

  void lay(const PendingWeek& week) {
    const Date from = off_breaks(earliest_, breaks_);
    WeekDates dates{from, from, {}};
    if (week.before) dates.blocks = week.before->blocks;
    const bool under_way = week.begun(today_) && !first_laid_;
    if (under_way) {
      dates.anchor = week.before->seven_days_from();
      if (!studied_) dates.from = week.before->from;
      if (dates.anchor == dates.from) dates.anchor.reset();
    }
    first_laid_ = first_laid_.value_or(from);
    const auto spent = from == today_ ? studied_.value_or(Minutes{0}) : Minutes{0};
    const auto laid = fill_days(week.rest, from, frame_.available, breaks_, spent);
    dates.blocks.insert(dates.blocks.end(), laid.begin(), laid.end());
    weeks_.push_back(std::move(dates));
    kept_.push_back(false);
    go_on_after(weeks_.back());
  }

  void go_on_after(const WeekDates& week) {
    const Date last = week.blocks.empty() ? week.from : std::max(week.from, week.blocks.back().on);
    Date next = later(last, Days{1});
    if (frame_.fit == Fit::weekly) next = std::max(next, later(week.seven_days_from(), Days{7}));
    earliest_ = std::max(earliest_, next);
  }

  // Weeks that keep their dates end before the first week laid out again.
  void end_kept_weeks() {
    if (!first_laid_) return;
    for (std::size_t i = 0; i < weeks_.size(); ++i) {
      if (kept_[i]) weeks_[i].to = std::min(weeks_[i].to, *first_laid_ - Days{1});
    }
  }

  // Each ends the day before the next week by date begins: a week that keeps its dates may be
  // earlier than one before it in order.
  void end_laid_weeks() {
    std::vector<Date> begins;
    begins.reserve(weeks_.size());
    for (const WeekDates& week : weeks_) begins.push_back(week.from);
    std::ranges::sort(begins);
    for (std::size_t i = 0; i < weeks_.size(); ++i) {
      if (kept_[i]) continue;
      WeekDates& week = weeks_[i];
      const Date last =
          week.blocks.empty() ? week.from : std::max(week.from, week.blocks.back().on);
      const auto next = std::ranges::upper_bound(begins, week.from);
      week.to = next == begins.end() ? std::max(last, later(week.seven_days_from(), Days{6}))
                                     : *next - Days{1};
    }
  }

  const Frame& frame_;
  Date today_;
  std::optional<Minutes> studied_;
  BreakDays breaks_;
  Date earliest_;                     // the earliest start for the next week
  std::optional<Date> first_laid_{};  // the first day of everything laid out again
  std::vector<WeekDates> weeks_{};
  std::vector<bool> kept_{};  // whether it keeps the dates it had
};

std::vector<WeekDates> lay(const std::vector<PendingWeek>& weeks, const Frame& frame, Date today,
                           std::optional<Minutes> studied) {
  WeekLayout layout(frame, today, studied);
  for (const PendingWeek& week : weeks) layout.add(week);
  return layout.finish();
}

// Where the weeks of one layout went in another of the same track, possibly for another version of
// its curriculum.
class Mapping {
 public:
  explicit Mapping(const std::vector<WeekLoad>& loads) {
    for (std::size_t i = 0; i < loads.size(); ++i) {
      by_key_.emplace(loads[i].key, i);
      for (const auto& week : loads[i].week_ids()) carriers_.emplace(week, i);
      first_of_.emplace(loads[i].tier, i);
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

  [[nodiscard]] std::optional<std::size_t> first_of(const curriculum::TierId& tier) const {
    return first_of_.at(tier);
  }

 private:
  std::map<std::string, std::size_t> by_key_{};
  std::map<curriculum::WeekId, std::size_t> carriers_{};
  std::map<curriculum::TierId, std::size_t> first_of_{};
};

// When a tier is divided differently, one week's surplus counts for its next ones.
void subtract(std::vector<PendingWeek>& weeks, const std::vector<WeekLoad>& loads,
              const std::vector<WeekMinutes>& accounted,
              const std::set<curriculum::TierId>& redistributed) {
  WeekMinutes over;
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (i == 0 || loads[i].tier != loads[i - 1].tier || !redistributed.contains(loads[i].tier))
      over = {};
    for (const auto kind : calendar::block_kinds) {
      const Minutes done = accounted[i].of(kind) + over.of(kind);
      const Minutes taken = std::min(done, loads[i].minutes.of(kind));
      weeks[i].rest.of(kind) = loads[i].minutes.of(kind) - taken;
      over.of(kind) = done - taken;
    }
  }
}

// A tier's weeks in order, by what they carry.
using Division = std::vector<std::vector<curriculum::WeekId>>;

std::map<curriculum::TierId, Division> divisions(const std::vector<WeekLoad>& loads) {
  std::map<curriculum::TierId, Division> result;
  for (const WeekLoad& load : loads)
    if (!load.only_modules && !load.repeat) result[load.tier].push_back(load.week_ids());
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

// The tiers that were compressed or stretched: their past blocks are redistributed to their new
// weeks. In a tier whose set of weeks changed, each week keeps its own.
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

// Hands out a tier's past blocks to the weeks they fill: whole days at a time, so that no two weeks
// share one.
class Redistribution {
 public:
  Redistribution(WeekDates whole, Date today)
      : whole_(std::move(whole)),
        end_(std::min(today, whole_.to + Days{1})),
        block_(whole_.blocks.begin()),
        free_(whole_.from) {
    for (Block& block : whole_.blocks) block.past = false;
  }

  // The next week's dates, with enough days to bring all weeks so far to `done`, or all that are
  // left; nullopt when no day is left.
  [[nodiscard]] std::optional<WeekDates> next(Minutes done, bool all) {
    const bool first = free_ == whole_.from;
    WeekDates dates{free_, whole_.to, {}};
    while (block_ != whole_.blocks.end() && (all || given_ < done || block_->on < free_)) {
      given_ += block_->minutes;
      free_ = block_->on + Days{1};
      dates.blocks.push_back(*block_++);
    }
    if (!dates.blocks.empty()) {
      if (!first) dates.from = dates.blocks.front().on;
      return dates;
    }
    const Date taken = block_ == whole_.blocks.end() ? end_ : block_->on;
    if (!first && dates.from >= taken) return std::nullopt;
    free_ = std::max(free_, dates.from + Days{1});
    return dates;
  }

 private:
  WeekDates whole_;
  Date end_;
  std::vector<Block>::const_iterator block_;
  Date free_;  // the first day not given to any week yet
  Minutes given_{0};
};

// Hands out a tier's past blocks, all collected in its first week by now, to the weeks they fill.
// None of these weeks has been re-planned yet, so all their blocks count.
void redistribute(std::vector<PendingWeek>& weeks, const std::vector<WeekLoad>& loads,
                  std::size_t first, Date today) {
  if (!weeks[first].before) return;
  Redistribution blocks(*weeks[first].before, today);
  Minutes done{0};
  for (std::size_t i = first; i < loads.size() && loads[i].tier == loads[first].tier; ++i) {
    PendingWeek& week = weeks[i];
    const bool last = i + 1 == loads.size() || loads[i + 1].tier != loads[first].tier;
    const bool unfinished = week.rest.total() > Minutes{0};
    done += loads[i].minutes.total() - week.rest.total();
    week.before = blocks.next(done, unfinished || last);
    week.closed = !week.before && !unfinished;  // done, and there is no day left to give it
    if (unfinished) return;
  }
}

WeekMinutes logged_for(const WeekLoad& load, const MinutesByWeek& logged) {
  WeekMinutes sum;
  for (const auto& week : load.week_ids()) {
    const auto found = logged.find(week);
    if (found == logged.end()) continue;
    for (const auto kind : calendar::block_kinds) sum.of(kind) += found->second.of(kind);
  }
  return sum;
}

// Closes the weeks that move into a passed tier, and deducts from new ones what was logged for
// them. `moved`: for each week, whether it was in another tier.
void account_for(const History& history, std::vector<PendingWeek>& weeks,
                 const std::vector<WeekLoad>& loads, const std::vector<bool>& moved,
                 const std::set<curriculum::TierId>& redistributed) {
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    PendingWeek& week = weeks[i];
    const WeekLoad& load = loads[i];
    const bool arrives = !week.before && !redistributed.contains(load.tier);
    if (history.passed.contains(load.tier) && (arrives || moved[i])) {
      week.rest = {};
      week.closed = true;
      if (week.before) week.before->finished = true;
    } else if (arrives && !load.repeat && !load.only_modules) {
      week.rest = remaining(load.minutes, logged_for(load, history.logged));
      week.closed = week.rest.total() == Minutes{0};
    }
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
    const auto at = std::ranges::upper_bound(blocks, block.on, {}, &Block::on);
    blocks.insert(at, block);
  }
}

}  // namespace

std::vector<WeekDates> reschedule(const Plan& before, const std::vector<WeekLoad>& loads,
                                  const Frame& frame, Date today, const History& history) {
  require_capacity(loads, frame.available);
  const Mapping mapping(loads);
  const auto redistributed = redivided(before, loads);
  std::vector<PendingWeek> weeks(loads.size());
  std::vector<WeekMinutes> accounted(loads.size());
  std::vector<bool> moved(loads.size());
  OrphanedBlocks orphans;
  std::size_t place = 0;
  for (const PlanWeek& old : before.weeks) {
    const bool redivides = redistributed.contains(old.load.tier);
    const auto found = redivides ? mapping.first_of(old.load.tier) : mapping.find(old.load);
    if (!found) {
      for (const Block& block : blocks_before(old.dates, today)) orphans.emplace_back(place, block);
      continue;
    }
    place = *found;
    if (old.load.tier != loads[place].tier) moved[place] = true;
    const bool finished = old.dates.finished;
    const auto ahead = finished ? WeekMinutes{} : minutes_of(blocks_from(old.dates, today));
    for (const auto kind : calendar::block_kinds) {
      accounted[place].of(kind) += std::max(old.load.minutes.of(kind) - ahead.of(kind), Minutes{0});
    }
    PendingWeek& pending = weeks[place];
    const auto kept = finished ? old.dates.blocks : blocks_before(old.dates, today);
    if (!pending.before) {
      pending.before = old.dates;
      pending.before->blocks.clear();
      pending.closed = finished && !redivides;
    }
    pending.before->to = std::max(pending.before->to, old.dates.to);
    pending.before->blocks.insert(pending.before->blocks.end(), kept.begin(), kept.end());
  }
  subtract(weeks, loads, accounted, redistributed);
  for (const auto& tier : redistributed) redistribute(weeks, loads, *mapping.first_of(tier), today);
  account_for(history, weeks, loads, moved, redistributed);
  auto dates = lay(weeks, frame, today, std::nullopt);
  attach_orphans(dates, orphans);
  return dates;
}

std::vector<WeekDates> reschedule_remaining(const Plan& plan,
                                            const std::vector<WeekProgress>& progress,
                                            const std::set<curriculum::TierId>& passed,
                                            const Frame& frame, Date today, Minutes studied_today) {
  std::vector<PendingWeek> weeks;
  std::vector<WeekLoad> open;
  for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
    const PlanWeek& week = plan.weeks[i];
    const WeekProgress& done = progress.at(i);
    const bool closed = done.complete || passed.contains(week.load.tier);
    PendingWeek pending{remaining(week.load.minutes, done.done), week.dates, closed};
    pending.before->finished = closed;
    if (!done.complete) pending.before->blocks = blocks_before(week.dates, today);
    if (!closed) open.push_back(week.load);
    for (Block& block : pending.before->blocks) block.past = block.on < today;
    weeks.push_back(std::move(pending));
  }
  require_capacity(open, frame.available);
  return lay(weeks, frame, today, studied_today);
}

}  // namespace gradus::plan
