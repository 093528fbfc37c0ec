#include "gradus/insight/pace.hpp"

#include "gradus/insight/streak.hpp"
#include "gradus/plan/layout.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

namespace gradus::insight {
namespace {

using journal::SessionKind;

// The planned time that lay on days which a break has since taken out.
Minutes excused(const plan::WeekDates& dates, const std::vector<plan::Break>& breaks) {
  Minutes minutes{0};
  for (const auto& block : dates.blocks)
    if (plan::break_on(block.on, breaks) != nullptr) minutes += block.minutes;
  return minutes;
}

PaceRow row(const WeekValues& values, const Track& track, calendar::Date today) {
  const auto& load = values.week.load;
  const auto& dates = values.week.dates;
  const auto sum = amounts(values);
  const auto off = std::min(excused(dates, track.frame.breaks), sum.planned);
  const bool closed = dates.to < today || values.progress.complete;
  return {.number = values.week.number,
          .week = load.gate ? std::nullopt : std::optional(load.carries.front().week),
          .title = load.title,
          .repeat = load.repeat,
          .from = dates.first_day(),
          .time = week_pace(sum.planned - off, sum.actual + sum.filled, closed),
          .excused = off};
}

// The learner's own times for such problems: on the topic, else of the difficulty, else all.
std::optional<Typical> own_time(const curriculum::ProblemTarget& target,
                                const SolvingTimes& times) {
  const auto kind = times.by_kind.find({target.topic, target.difficulty});
  if (kind != times.by_kind.end()) return kind->second;
  const auto difficulty = times.by_difficulty.find(target.difficulty);
  return difficulty != times.by_difficulty.end() ? difficulty->second : times.all;
}

AheadRow ahead_row(const curriculum::ProblemTarget& target, const SolvingTimes& times) {
  const auto usual = usual_time(target.difficulty);
  const auto own = own_time(target, times);
  const auto each = own.value_or(Typical{usual, usual, usual});
  return {target,
          {each.low * target.count, each.middle * target.count, each.high * target.count},
          own.has_value()};
}

std::vector<AheadRow> ahead(const PlanValues& values, const SolvingTimes& times) {
  std::vector<AheadRow> rows;
  if (!values.current) return rows;
  const auto open = unsolved(values.weeks.at(*values.current));
  rows.reserve(open.size());
  for (const auto& target : open) rows.push_back(ahead_row(target, times));
  return rows;
}

// The newest weeks, of what was since the day.
std::vector<CalendarWeek> weeks_since(const std::optional<calendar::Date>& since,
                                      const journal::StudyByDay& days, calendar::Date start,
                                      calendar::Date today) {
  auto counted = days;
  if (since) counted.erase(counted.begin(), counted.lower_bound(*since));
  auto weeks = hours_by_week(counted, since.value_or(start), today);
  if (weeks.size() > most_weeks_by_kind)
    weeks.erase(weeks.begin(), weeks.end() - static_cast<std::ptrdiff_t>(most_weeks_by_kind));
  return weeks;
}

bool asks_for_problems(const curriculum::Curriculum& curriculum) {
  return std::ranges::any_of(curriculum.tiers, [](const curriculum::Tier& tier) {
    return std::ranges::any_of(tier.weeks,
                               [](const auto& week) { return !week.problems.empty(); }) ||
           std::ranges::any_of(tier.exit, [](const curriculum::Criterion& criterion) {
             return curriculum::could_count(criterion.requirement(curriculum::Compression::regular),
                                            curriculum::EntryType::problem);
           });
  });
}

std::string for_a_topic(const curriculum::Curriculum& curriculum) {
  const auto topic = std::ranges::find(curriculum.topics, false, &curriculum::Topic::retired);
  if (topic == curriculum.topics.end()) return {};
  if (asks_for_problems(curriculum)) return "gradus solve TITLE";
  return fmt::format("gradus log 50m lab --topic {}", topic->id.text());
}

}  // namespace

std::optional<double> WeekPace::ratio() const {
  if (planned <= Minutes{0}) return std::nullopt;
  return static_cast<double>(actual.count()) / static_cast<double>(planned.count());
}

WeekPace week_pace(Minutes planned, Minutes actual, bool closed) {
  constexpr int tenths = 8;
  WeekPace pace{planned, actual};
  if (closed) pace.gap = actual * 10 < planned * tenths;
  return pace;
}

Minutes Pace::read() const {
  const auto found = by_kind.find(SessionKind::read);
  return found == by_kind.end() ? Minutes{0} : found->second;
}

Minutes Pace::hands_on() const {
  Minutes minutes{0};
  for (const auto& [kind, sum] : by_kind)
    if (kind != SessionKind::read) minutes += sum;
  return minutes;
}

int Pace::pause_weeks() const {
  if (!habits) return 0;
  return static_cast<int>((date - habits->last_day - calendar::Days{1}).count() / 7);
}

Minutes Pace::debt() const {
  Minutes minutes{0};
  for (const auto& week : weeks) minutes += week.time.debt();
  return minutes;
}

Pace pace(const Track& track, const Record& record, const PaceSums& sums, calendar::Date today) {
  Pace pace{.date = today,
            .since = sums.since,
            .weeks = {},
            .streak_weeks = streak_weeks(track, record, today),
            .by_kind = sums.by_kind,
            .habits = habits(study_weeks(track, record, today)),
            .topics = topic_pace(track.curriculum, sums.topics, sums.times, sums.recall),
            .ahead = {},
            .by_week = weeks_since(sums.since, record.by_day, track.plan.start, today),
            .for_a_topic = for_a_topic(track.curriculum)};
  const auto values = plan_values(track, record, today);
  for (const auto& week : values.weeks) {
    const auto& dates = week.week.dates;
    const bool begun = dates.first_day() <= today;
    if (begun && !(sums.since && dates.to < *sums.since))
      pace.weeks.push_back(row(week, track, today));
  }
  pace.ahead = ahead(values, solving_times(sums.times));
  return pace;
}

}  // namespace gradus::insight
