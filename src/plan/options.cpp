#include "gradus/plan/options.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/difference.hpp"
#include "gradus/plan/reschedule.hpp"
#include "gradus/plan/warnings.hpp"
#include "gradus/text/plural.hpp"

#include "plan/accelerated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <utility>

namespace gradus::plan {
namespace {

std::string hours_a_week(Minutes minutes) {
  return calendar::format_duration(minutes) + " a week";
}

Shape with_repeats(const Situation& situation) {
  Shape shape = situation.shape;
  for (const auto& week : situation.needless) drop_last_repeat(shape, week);
  shape.repeats.insert(shape.repeats.end(), situation.repeats.begin(), situation.repeats.end());
  if (!situation.gate) return shape;
  return with_gate_weeks(std::move(shape), situation.plan, *situation.gate,
                         situation.frame.available, situation.today);
}

std::vector<std::string> repeats_in_words(const Situation& situation) {
  std::vector<std::string> words;
  for (const auto& week : situation.repeats) words.push_back(fmt::format("repeat {}", week.text()));
  for (const auto& week : situation.needless)
    words.push_back(fmt::format("{} need not be repeated any more", week.text()));
  if (situation.gate) words.push_back(situation.gate_in_words);
  return words;
}

// "Tue 1h15m, Sat 3h15m": the weekdays whose time changes, and to what.
std::string changed_days(const calendar::Availability& was, const calendar::Availability& now) {
  std::vector<std::string> words;
  for (unsigned iso = 1; iso <= 7; ++iso) {
    const std::chrono::weekday day{iso};
    if (was.per_day(day) != now.per_day(day))
      words.push_back(fmt::format("{} {}", calendar::short_title(day),
                                  calendar::format_duration(now.per_day(day))));
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

// Adds what it changes of the week, the fit and the dates to what it changes of the content, and
// the plan's warnings.
Option described(Option option, const Situation& situation) {
  option.plan.warnings =
      warnings(option.plan, option.frame, situation.curriculum.limits, situation.today);
  auto& words = option.changes;
  const auto& usual = situation.frame;
  const auto& available = option.frame.available;
  if (available.per_week() != usual.available.per_week())
    words.push_back(fmt::format("{} instead of {}: {}", hours_a_week(available.per_week()),
                                calendar::format_duration(usual.available.per_week()),
                                changed_days(usual.available, available)));
  if (option.frame.fit != usual.fit)
    words.push_back(fmt::format("fit {} instead of {}", name(option.frame.fit), name(usual.fit)));
  const auto days = (option.plan.finish() - situation.plan.finish()).count();
  if (days != 0)
    words.push_back(fmt::format("the finish moves {} {} (it was {})",
                                text::counted(std::abs(days), "day"),
                                days > 0 ? "later" : "earlier", situation.plan.finish().iso()));
  const auto shifts = difference(situation.plan, option.plan);
  if (words.empty() && std::ranges::any_of(shifts, &TierShift::moved))
    words.emplace_back("dates move, but not the finish");
  return option;
}

Option extend(const Situation& situation) {
  const Shape shape = with_repeats(situation);
  Plan plan = lay_again(situation, shape, situation.frame);
  const bool behind = plan.slip() > calendar::Days{0};
  return {Strategy::extend,
          shape,
          situation.frame,
          std::move(plan),
          repeats_in_words(situation),
          behind ? "none: the end moves as needed" : "none: the plan is not behind"};
}

// What keeps catching up from more than so many hours a week.
std::string catch_up_limit(const Situation& situation, std::optional<Minutes> most, Minutes taken) {
  const auto usual = situation.frame.available.per_week();
  if (!most || taken + calendar::study_step <= *most)
    return "a day has 24 hours, and the weekdays keep their proportions";
  const auto limit =
      fmt::format("the maximum is {} (change it with --max-hours H)", hours_a_week(*most));
  return *most > usual ? limit
                       : fmt::format("{}, and the plan already has {}", limit, hours_a_week(usual));
}

Option catch_up(const Situation& situation, const Option& extended, std::optional<Minutes> most) {
  Option option = extended;
  option.strategy = Strategy::catch_up;
  if (extended.plan.slip() <= calendar::Days{0}) return option;
  const Frame& usual = situation.frame;
  const Lay lay = [&](const Frame& frame) { return lay_again(situation, option.shape, frame); };
  Steps steps;
  if (most) steps.most = std::max(steps_to(usual.available, *most).most, steps.least);
  const auto baseline = extended.plan.baseline_finish;
  auto found = accelerate(baseline, usual, steps, lay);
  const auto taken = found.accelerated.frame.available.per_week();
  option.limit = catch_up_limit(situation, most, taken);
  // If even the most is not enough, the fewest hours that end as early.
  const bool reached = found.accelerated.plan.finish() <= baseline;
  if (!reached) found = accelerate(found.accelerated.plan.finish(), usual, steps, lay);
  if (found.accelerated.plan.finish() >= extended.plan.finish()) {
    option.limit =
        fmt::format("gains nothing: with {} and fit flow it would end on {}; {}",
                    hours_a_week(taken), found.accelerated.plan.finish().iso(), option.limit);
    return option;
  }
  if (reached && found.steps > 0) {
    const auto less = accelerated(usual, found.steps - 1, lay);
    option.limit =
        fmt::format("with {} it would end on {}, after the first finish",
                    hours_a_week(less.frame.available.per_week()), less.plan.finish().iso());
  } else if (reached) {
    option.limit = "fit flow is enough: it takes no more hours";
  }
  option.frame = std::move(found.accelerated.frame);
  option.plan = std::move(found.accelerated.plan);
  return option;
}

bool is_ahead(const PlanWeek& week, calendar::Date today) {
  return !week.dates.finished && week.dates.to >= today;
}

// Drops the modules whose time has not begun.
Option without_modules(Option option, const Plan& plan, const Situation& situation) {
  for (const PlanWeek& week : plan.weeks) {
    if (week.dates.finished || week.dates.first_day() < situation.today) continue;
    for (const auto& id : week.load.modules) {
      std::erase_if(option.shape.modules, [&](const auto& module) { return module.id == id; });
      option.changes.push_back(fmt::format("without the module {}", id.text()));
    }
  }
  option.plan = lay_again(situation, option.shape, option.frame);
  return option;
}

// Drops the reviews and top-ups of so many of these weeks.
Option without_reviews(Option option, const std::vector<const PlanWeek*>& weeks, std::size_t count,
                       const Situation& situation) {
  for (std::size_t i = 0; i < count; ++i)
    for (const auto& id : weeks.at(i)->load.week_ids()) option.shape.trimmed.insert(id);
  if (count > 0)
    option.changes.push_back("without review time and top-up problems in " +
                             text::counted(count, "week"));
  option.plan = lay_again(situation, option.shape, option.frame);
  return option;
}

// Those of the fewest weeks, the next ones first, that end the plan in time; of all, if none do.
Option without_reviews(const Option& option, const Plan& plan, const Situation& situation) {
  std::vector<const PlanWeek*> weeks;
  for (const PlanWeek& week : plan.weeks)
    if (is_ahead(week, situation.today) && week.load.is_own()) weeks.push_back(&week);
  const auto tried = [&](std::size_t count) {
    return without_reviews(option, weeks, count, situation);
  };
  std::vector<std::size_t> counts(weeks.size());
  std::iota(counts.begin(), counts.end(), std::size_t{0});
  const auto fewest = std::ranges::partition_point(
      counts, [&](std::size_t count) { return tried(count).plan.slip() > calendar::Days{0}; });
  return tried(fewest == counts.end() ? weeks.size() : *fewest);
}

// Fit flow first, then modules, then reviews, as long as the plan is behind; what gains nothing
// stays in the plan.
Option trim(const Situation& situation, const Option& extended) {
  Option option = extended;
  option.strategy = Strategy::trim;
  if (extended.plan.slip() <= calendar::Days{0}) {
    option.limit = "none: the plan is not behind, so nothing has to be cut";
    return option;
  }
  option.frame.fit = Fit::flow;
  option.plan = lay_again(situation, option.shape, option.frame);
  option.limit = "fit flow is enough: nothing has to be cut";
  const auto cut = [&](const auto& without) {
    if (option.plan.slip() <= calendar::Days{0}) return;
    option.limit = "only optional work may be cut: reading, labs, artefacts and gates stay";
    auto less = without(option);
    if (less.plan.finish() < option.plan.finish()) option = std::move(less);
  };
  cut([&](const Option& all) { return without_modules(all, extended.plan, situation); });
  cut([&](const Option& all) { return without_reviews(all, extended.plan, situation); });
  if (option.plan.finish() < extended.plan.finish()) return option;
  auto unchanged = extended;
  unchanged.strategy = Strategy::trim;
  unchanged.limit =
      fmt::format("gains nothing: with fit flow and without what is optional it would end on {}",
                  option.plan.finish().iso());
  return unchanged;
}

}  // namespace

Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame) {
  const auto& curriculum = situation.curriculum;
  const auto& before = situation.plan;
  const auto today = situation.today;
  const Plan plan = changed_plan(before, curriculum, shape, frame, today);
  auto dates = reschedule_remaining(plan, progress(plan, situation.logged, today), situation.passed,
                                    frame, today, situation.studied_today);
  return assemble(frame, arrange(curriculum, shape), std::move(dates), before.baseline_finish);
}

Option option(const Situation& situation, Strategy strategy, std::optional<Minutes> most) {
  Option extended = extend(situation);
  switch (strategy) {
    case Strategy::catch_up:
      return described(catch_up(situation, extended, most), situation);
    case Strategy::trim:
      return described(trim(situation, extended), situation);
    case Strategy::extend:
      break;
  }
  return described(std::move(extended), situation);
}

std::vector<Option> options(const Situation& situation, std::optional<Minutes> most) {
  const Option extended = extend(situation);
  return {described(extended, situation), described(catch_up(situation, extended, most), situation),
          described(trim(situation, extended), situation)};
}

Option option_by(const Situation& situation, calendar::Date by) {
  const Shape shape = with_repeats(situation);
  const auto from = std::max(situation.today, situation.frame.start);
  auto [frame, plan] =
      finish_by(by, from, situation.frame, situation.curriculum.limits,
                [&](const Frame& tried) { return lay_again(situation, shape, tried); });
  return described(
      {Strategy::catch_up, shape, std::move(frame), std::move(plan), repeats_in_words(situation)},
      situation);
}

}  // namespace gradus::plan
