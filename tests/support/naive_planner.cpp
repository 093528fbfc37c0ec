#include "support/naive_planner.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace gradus::testing::naive {
namespace {

using calendar::BlockKind;
using calendar::Date;
using calendar::Days;
using calendar::Minutes;
using curriculum::WeekMinutes;
using plan::Block;
using plan::Fit;
using plan::Frame;

constexpr Minutes none{0};
constexpr Minutes minute{1};
constexpr BlockKind kinds[] = {BlockKind::read, BlockKind::lab, BlockKind::review};

// --- a day's minutes ----------------------------------------------------------------------------

bool on_break(Date day, const Frame& frame) {
  return std::ranges::any_of(
      frame.breaks, [day](const plan::Break& each) { return each.from <= day && day <= each.to; });
}

struct StudyMinute {
  const calendar::Slot* slot;
  std::optional<calendar::TimeOfDay> at;
};

// All that the slots of the day have, in order.
std::vector<StudyMinute> minutes_of(Date day, const Frame& frame) {
  std::vector<StudyMinute> minutes;
  if (on_break(day, frame)) return minutes;
  for (const auto& slot : frame.available.on(day.weekday())) {
    for (Minutes i = none; i < slot.length; i += minute) {
      std::optional<calendar::TimeOfDay> at;
      if (slot.at) at = calendar::TimeOfDay(slot.at->since_midnight() + i);
      minutes.push_back({&slot, at});
    }
  }
  return minutes;
}

// Where study may go on: the day, and how many of its minutes are used.
struct Place {
  Date day;
  std::size_t used = 0;
};

// A slot's kind hint is served first, then read, lab, review.
BlockKind next_kind(const calendar::Slot& slot, const WeekMinutes& rest) {
  if (slot.hint && rest.of(*slot.hint) > none) return *slot.hint;
  for (const auto kind : kinds)
    if (rest.of(kind) > none) return kind;
  return BlockKind::review;
}

// Fills the slots in date order, a minute at a time; returns where the next week could go on.
Place fill(WeekMinutes rest, Place place, const Frame& frame, std::vector<Block>& blocks) {
  const calendar::Slot* last_slot = nullptr;
  while (rest.total() > none) {
    const auto minutes = minutes_of(place.day, frame);
    while (place.used < minutes.size() && rest.total() > none) {
      const auto& [slot, at] = minutes[place.used++];
      const auto kind = next_kind(*slot, rest);
      if (slot != last_slot || blocks.back().on != place.day || blocks.back().kind != kind)
        blocks.push_back({place.day, at, none, kind});
      blocks.back().minutes += minute;
      rest.of(kind) -= minute;
      last_slot = slot;
    }
    if (rest.total() > none) place = {place.day + Days{1}};
  }
  return place;
}

// --- where weeks begin and end ------------------------------------------------------------------

Place off_breaks(Place place, const Frame& frame) {
  while (on_break(place.day, frame)) place = {place.day + Days{1}};
  return place;
}

Date last_day(const Week& week) {
  return week.blocks.empty() ? week.from : std::max(week.from, week.blocks.back().on);
}

// The later of 7 days after the one before (only `weekly`) and the day after its last block. A week
// of modules lasts as long as its blocks need. In `flow` the next begins in what is left of the
// day.
Place after(const Week& week, Place end, const Frame& frame) {
  if (frame.fit == Fit::flow) {
    const bool full = end.used > 0 && end.used >= minutes_of(end.day, frame).size();
    return full ? Place{end.day + Days{1}} : end;
  }
  Date next = last_day(week) + Days{1};
  if (!week.load.only_modules && !week.finished) next = std::max(next, week.counted_from + Days{7});
  return {next};
}

// The first of the others to begin after it.
std::optional<Date> next_from(const Week& week, const std::vector<Week>& weeks) {
  std::optional<Date> next;
  for (const auto& other : weeks)
    if (other.from > week.from && (!next || other.from < *next)) next = other.from;
  return next;
}

// `to` is the day before the next one's `from`; the last one's six days after its `from`, or its
// last block if later; in `flow` its last block's day. What is finished ends where it did.
void end_weeks(std::vector<Week>& weeks, const Frame& frame) {
  for (auto& week : weeks) {
    if (week.finished) continue;
    const auto next = next_from(week, weeks);
    week.to = last_day(week);
    if (frame.fit == Fit::flow) continue;
    if (next)
      week.to = *next - Days{1};
    else if (!week.load.only_modules)
      week.to = std::max(week.counted_from + Days{6}, week.to);
  }
}

// --- what remains -------------------------------------------------------------------------------

// Takes a minute of study off what a week still needs: of its own kind, else, once no kind is
// needed that was studied, off the first that is. The contract knows no kinds here.
void take_off(WeekMinutes& rest, WeekMinutes& studied) {
  const auto both = [&](BlockKind needed, BlockKind done) {
    while (rest.of(needed) > none && studied.of(done) > none) {
      rest.of(needed) -= minute;
      studied.of(done) -= minute;
    }
  };
  for (const auto kind : kinds) both(kind, kind);
  for (const auto needed : kinds)
    for (const auto done : kinds) both(needed, done);
}

// Its minutes reach the planned ones, or 80% of them and its dates are over; a week of no minutes
// when its dates are over.
bool is_studied(Minutes planned, Minutes done, bool over) {
  if (planned == none) return over;
  return done >= planned || (over && done * 10 >= planned * 8);
}

// The minutes of a day's study that the week takes: those of a kind that it still needs first.
void take_in(WeekMinutes& day, WeekMinutes& done, const WeekMinutes& planned) {
  const auto take = [&](BlockKind kind) {
    day.of(kind) -= minute;
    done.of(kind) += minute;
  };
  const auto room = [&] { return done.total() < planned.total(); };
  for (const auto kind : kinds)
    while (room() && day.of(kind) > none && done.of(kind) < planned.of(kind)) take(kind);
  for (const auto kind : kinds)
    while (room() && day.of(kind) > none) take(kind);
}

// What was studied for curriculum weeks fills the plan weeks that carry them in order; one that is
// studied by then takes no more, and the last takes what is left over.
void pour(const curriculum::WeekId& studied, Date day, WeekMinutes minutes,
          const std::vector<Week>& weeks, std::vector<WeekMinutes>& done) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < weeks.size(); ++i)
    if (weeks[i].load.carries_week(studied)) last = i;
  if (!last) return;
  for (std::size_t i = 0; i < *last; ++i) {
    const auto& planned = weeks[i].load.minutes;
    if (!weeks[i].load.carries_week(studied)) continue;
    if (!is_studied(planned.total(), done[i].total(), day > weeks[i].to))
      take_in(minutes, done[i], planned);
  }
  for (const auto kind : kinds) done[*last].of(kind) += minutes.of(kind);
}

// The curriculum's weeks as the plan meets them.
std::vector<curriculum::WeekId> in_order(const std::vector<Week>& weeks) {
  std::vector<curriculum::WeekId> order;
  for (const auto& week : weeks)
    for (const auto& id : week.load.week_ids())
      if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
  return order;
}

// Day by day. The contract doesn't say which of a day's minutes come first: those of the first
// week.
std::vector<WeekMinutes> done_in(const std::vector<Week>& weeks, const Midway& midway) {
  std::set<Date> days;
  for (const auto& [week, studied] : midway.studied)
    for (const auto& [day, minutes] : studied) days.insert(day);
  std::vector<WeekMinutes> done(weeks.size());
  for (const auto day : days) {
    for (const auto& week : in_order(weeks)) {
      if (!midway.studied.contains(week) || !midway.studied.at(week).contains(day)) continue;
      pour(week, day, midway.studied.at(week).at(day), weeks, done);
    }
  }
  return done;
}

// The first day of what is behind it and ahead of it.
Date first_day(const Week& week) {
  Date first = std::min(week.from, week.counted_from);
  if (!week.blocks.empty()) first = std::min(first, week.blocks.front().on);
  return first;
}

struct Remains {
  WeekMinutes rest;
  bool finished;
  Minutes filled;
};

// A gate week is estimated when it is laid: what was logged before is in the estimate.
Remains remains_of_gate(const Week& week, const Midway& midway) {
  const bool over = first_day(week) < midway.today || midway.passed.contains(week.load.tier);
  return {over ? WeekMinutes{} : week.load.minutes, over, none};
}

// What is logged beyond a week fills the next plan week of its tier that is not studied. (It counts
// for what remains of that week, not for the 80% of it: the contract doesn't say. A repeated week
// takes no surplus: the contract has it count against what the gate lacks.)
Remains remains_of(const Week& week, const WeekMinutes& done, WeekMinutes& surplus,
                   const Midway& midway) {
  const Minutes planned = week.load.minutes.total();
  WeekMinutes rest = week.load.minutes;
  WeekMinutes studied = done;
  take_off(rest, studied);
  bool finished = midway.passed.contains(week.load.tier) ||
                  is_studied(planned, done.total(), week.to < midway.today);
  // The surplus would finish it, and so end it yesterday: then 80% are enough, and the surplus
  // goes on. (The contract doesn't say which comes first; so a second re-plan changes nothing.)
  const bool begun = first_day(week) < midway.today;
  const bool by_surplus = !week.load.repeat && planned > none && rest.total() <= surplus.total();
  if (begun && by_surplus && is_studied(planned, done.total(), true)) finished = true;
  // What filled a week before it was studied is not there for another.
  Minutes filled = std::min(week.filled, rest.total());
  WeekMinutes part{filled, none, none};
  const Minutes lacked = rest.total();
  if (week.load.repeat) {
    filled = none;
  } else if (finished) {
    take_off(part, surplus);
    filled -= part.total();
  } else {
    take_off(rest, surplus);
    filled = lacked - rest.total();
  }
  if (planned > none && rest.total() == none) finished = true;
  for (const auto kind : kinds) surplus.of(kind) += studied.of(kind);
  return {rest, finished, filled};
}

std::vector<Remains> what_remains(const std::vector<Week>& weeks, const Midway& midway) {
  std::vector<Remains> remains;
  const auto done = done_in(weeks, midway);
  WeekMinutes surplus;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    if (i > 0 && weeks[i].load.tier != weeks[i - 1].load.tier) surplus = {};
    remains.push_back(weeks[i].load.gate ? remains_of_gate(weeks[i], midway)
                                         : remains_of(weeks[i], done[i], surplus, midway));
  }
  return remains;
}

Minutes studied_on(Date day, const Midway& midway) {
  Minutes sum = none;
  for (const auto& [week, days] : midway.studied)
    if (days.contains(day)) sum += days.at(day).total();
  return sum;
}

// --- laying again -------------------------------------------------------------------------------

// Blocks before today stay first, and are past; the others go.
std::vector<Block> past_of(const Week& week, Date today) {
  std::vector<Block> past;
  for (Block block : week.blocks) {
    if (block.on >= today) continue;
    block.past = true;
    past.push_back(block);
  }
  return past;
}

// A finished week keeps what lies behind. One that had not begun stands on a single day, in `flow`
// on one it shares: the contract doesn't say where.
Week finished(Week week, Date today, Place place) {
  week.finished = true;
  if (first_day(week) >= today) {
    week.from = week.to = week.counted_from = place.day;
    week.blocks.clear();
    return week;
  }
  // What a re-plan had put off, and is not needed, leaves no mark: the week ends with its past.
  const bool put_off = first_day(week) < week.from && week.from >= today - Days{1};
  week.from = week.counted_from = first_day(week);
  week.blocks = past_of(week, today);
  if (put_off && !week.blocks.empty()) week.to = week.blocks.back().on;
  week.to = std::max(week.from, std::min(week.to, today - Days{1}));
  return week;
}

class Relaying {
 public:
  Relaying(const Midway& midway, const Frame& frame)
      : midway_(midway), frame_(frame), place_{std::max(frame.start, midway.today)} {
    // What was studied today has used up as much of today's slots. (The contract doesn't say so.)
    if (place_.day == midway.today)
      place_.used = static_cast<std::size_t>(studied_on(midway.today, midway).count());
  }

  [[nodiscard]] Week next(const Week& before, const Remains& remains) {
    const bool begun = first_day(before) < midway_.today;
    if (remains.finished && begun) return finished(before, midway_.today, place_);
    if (remains.finished) return stand(before);
    if (remains.rest.total() == none && begun) return wait(before);
    return lay(before, remains.rest);
  }

 private:
  Week stand(const Week& before) {
    place_ = off_breaks(place_, frame_);
    Week week = finished(before, midway_.today, place_);
    place_ = after(week, place_, frame_);
    return week;
  }

  // A week of no minutes whose dates are not over.
  Week wait(const Week& week) {
    if (frame_.fit == Fit::flow) return week;
    const Place next = after(week, {week.from}, frame_);
    if (next.day > place_.day) place_ = next;
    return week;
  }

  // The first week that is laid may be under way: its 7 days count from where they did. (The
  // contract says only that `from` becomes that of what remains.)
  Week lay(const Week& before, const WeekMinutes& rest) {
    place_ = off_breaks(place_, frame_);
    Week week{before.load, place_.day, place_.day, past_of(before, midway_.today)};
    if (!laid_ && before.counted_from < midway_.today) week.counted_from = before.counted_from;
    laid_ = true;
    place_ = after(week, fill(rest, place_, frame_, week.blocks), frame_);
    return week;
  }

  const Midway& midway_;
  const Frame& frame_;
  Place place_;
  bool laid_ = false;
};

}  // namespace

std::vector<Week> lay_out(const std::vector<plan::WeekLoad>& loads, const Frame& frame) {
  std::vector<Week> weeks;
  Place place{frame.start};
  for (const auto& load : loads) {
    place = off_breaks(place, frame);
    Week week{load, place.day, place.day};
    const Place end = fill(load.minutes, place, frame, week.blocks);
    place = after(week, end, frame);
    weeks.push_back(std::move(week));
  }
  end_weeks(weeks, frame);
  return weeks;
}

std::vector<Week> lay_again(const std::vector<Week>& weeks, const Midway& midway,
                            const Frame& frame) {
  const auto remains = what_remains(weeks, midway);
  Relaying relaying(midway, frame);
  std::vector<Week> again;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    again.push_back(relaying.next(weeks[i], remains[i]));
    again.back().filled = remains[i].filled;
  }
  end_weeks(again, frame);
  return again;
}

}  // namespace gradus::testing::naive
