#include "plan/week_layout.hpp"

#include "plan/break_days.hpp"
#include "plan/fill_days.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::plan {
namespace {

using calendar::Date;
using calendar::Days;

constexpr Days week_length{7};

// Where study may go on: a day, and how much of its slots is used up.
struct Place {
  Date day;
  Minutes used{0};

  [[nodiscard]] friend auto operator<=>(const Place&, const Place&) = default;
};

// Lays out week after week; each begins when the rules and the weeks before it allow.
class WeekLayout {
 public:
  WeekLayout(const Frame& frame, Date today, std::optional<Minutes> studied)
      : frame_(frame),
        today_(today),
        studied_(studied),
        breaks_(frame.breaks),
        earliest_{std::max(frame.start, today)} {
    if (earliest_.day == today) earliest_.used = studied.value_or(Minutes{0});
  }

  void add(const PendingWeek& week) {
    const bool needs_nothing = week.closed || week.rest.total() == Minutes{0};
    if (needs_nothing && week.begun(today_))
      keep(week);
    else if (week.closed)
      skip(week);
    else
      lay(week);
  }

  [[nodiscard]] std::vector<WeekDates> finish() {
    frame_.fit == Fit::flow ? end_with_last_blocks() : end_before_next_weeks();
    return std::move(weeks_);
  }

 private:
  void keep(const PendingWeek& week) {
    WeekDates dates = *week.before;
    dates.filled = week.filled;
    if (week.closed) end_with_past(dates);
    weeks_.push_back(std::move(dates));
    how_.push_back({.fixed = week.closed, .is_short = week.as_short_as_its_blocks});
    if (!week.closed && frame_.fit == Fit::weekly) go_on_after_.push_back(weeks_.size() - 1);
  }

  // What lies behind; if a re-plan had put off the rest, only until the last block behind.
  void end_with_past(WeekDates& dates) const {
    const bool put_off = dates.first_day() < dates.from && dates.from >= today_ - Days{1};
    const Date from = dates.first_day();
    const Date last = put_off && !dates.blocks.empty() ? dates.blocks.back().on : dates.to;
    dates.from = from;
    dates.to = std::max(from, std::min(last, today_ - Days{1}));
    dates.anchor.reset();
  }

  // A week that is closed before it began takes a single day; in flow, no time at all.
  void skip(const PendingWeek& week) {
    const Place place = next_place();
    weeks_.push_back({place.day, place.day, {}, std::nullopt, true, week.filled});
    how_.push_back({.fixed = true, .is_short = true});
    go_on_after_.push_back(weeks_.size() - 1);
  }

  void lay(const PendingWeek& week) {
    const Place place = next_place();
    WeekDates dates{.from = place.day, .to = place.day, .blocks = {}, .filled = week.filled};
    if (week.before) {
      dates.blocks = week.before->blocks;
      if (!laid_ && week.before->seven_days_from() < today_) go_on_with(dates, *week.before);
    }
    laid_ = true;
    const auto blocks = fill_days(week.rest, place.day, frame_.available, breaks_, place.used);
    dates.blocks.insert(dates.blocks.end(), blocks.begin(), blocks.end());
    weeks_.push_back(std::move(dates));
    how_.push_back({.is_short = week.as_short_as_its_blocks});
    go_on_after_.push_back(weeks_.size() - 1);
  }

  // A week under way keeps the day from which its 7 days count. Its `from` stays too, unless it is
  // to speak of what remains.
  void go_on_with(WeekDates& dates, const WeekDates& before) const {
    dates.anchor = before.seven_days_from();
    if (!studied_ && before.from < today_) dates.from = before.from;
    if (dates.anchor == dates.from) dates.anchor.reset();
  }

  // Asked only when there is a next week: the calendar may end with the last.
  [[nodiscard]] Place next_place() {
    for (const std::size_t index : std::exchange(go_on_after_, {}))
      earliest_ = std::max(earliest_, place_after(index));
    const Date day = off_breaks(earliest_.day, breaks_);
    if (day != earliest_.day) earliest_ = {day};
    return earliest_;
  }

  [[nodiscard]] Place place_after(std::size_t index) const {
    const WeekDates& week = weeks_[index];
    const Date last = week.last_day_of_study();
    if (frame_.fit == Fit::flow) return what_is_left_of(last, week);
    Date next = later(last, Days{1});
    if (!how_[index].is_short) next = std::max(next, later(week.seven_days_from(), week_length));
    return {next};
  }

  // What the week leaves of its last day; the next day if that is nothing.
  [[nodiscard]] Place what_is_left_of(Date last, const WeekDates& week) const {
    Minutes used = last == earliest_.day ? earliest_.used : Minutes{0};
    for (const Block& block : week.blocks)
      if (block.on == last) used += block.minutes;
    const bool full = used > Minutes{0} && used >= frame_.available.per_day(last.weekday());
    return full ? Place{later(last, Days{1})} : Place{last, used};
  }

  void end_with_last_blocks() {
    for (std::size_t i = 0; i < weeks_.size(); ++i)
      if (!how_[i].fixed) weeks_[i].to = weeks_[i].last_day_of_study();
  }

  // Each ends the day before the next week by date begins: a week that keeps its dates may be
  // earlier than one before it in order.
  void end_before_next_weeks() {
    std::vector<Date> begins;
    begins.reserve(weeks_.size());
    for (const WeekDates& week : weeks_) begins.push_back(week.from);
    std::ranges::sort(begins);
    for (std::size_t i = 0; i < weeks_.size(); ++i) {
      if (how_[i].fixed) continue;
      WeekDates& week = weeks_[i];
      const auto next = std::ranges::upper_bound(begins, week.from);
      if (next != begins.end())
        week.to = *next - Days{1};
      else if (how_[i].is_short)
        week.to = week.last_day_of_study();
      else
        week.to = std::max(week.last_day_of_study(),
                           later(week.seven_days_from(), week_length - Days{1}));
    }
  }

  struct How {
    bool fixed = false;     // its last day is settled
    bool is_short = false;  // the next week need not wait for 7 days
  };

  const Frame& frame_;
  Date today_;
  std::optional<Minutes> studied_;
  BreakDays breaks_;
  Place earliest_;                          // for the next week
  std::vector<std::size_t> go_on_after_{};  // weeks that the next one must also wait for
  bool laid_ = false;                       // whether any week was laid out
  std::vector<WeekDates> weeks_{};
  std::vector<How> how_{};  // for each of them
};

}  // namespace

PendingWeek pending(const WeekLoad& load) {
  return {.rest = load.minutes, .as_short_as_its_blocks = load.only_modules};
}

std::vector<WeekDates> lay(const std::vector<PendingWeek>& weeks, const Frame& frame, Date today,
                           std::optional<Minutes> studied) {
  WeekLayout layout(frame, today, studied);
  for (const PendingWeek& week : weeks) layout.add(week);
  return layout.finish();
}

}  // namespace gradus::plan
