#include "gradus/plan/options.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/reschedule.hpp"
#include "gradus/text/plural.hpp"

#include "plan/accelerated.hpp"
#include "plan/module_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::plan {
namespace {

std::string hours_a_week(Minutes minutes) {
  return calendar::format_duration(minutes) + " a week";
}

Shape with_repeats(const Situation& situation) {
  Shape shape = situation.shape;
  shape.repeats.insert(shape.repeats.end(), situation.repeats.begin(), situation.repeats.end());
  if (!situation.gate) return shape;
  return with_gate_weeks(std::move(shape), situation.plan, *situation.gate,
                         situation.frame.available, situation.today);
}

std::vector<std::string> repeats_in_words(const Situation& situation) {
  std::vector<std::string> words;
  for (const auto& week : situation.repeats) words.push_back(fmt::format("repeat {}", week.text()));
  if (situation.gate) words.push_back(situation.gate_in_words);
  return words;
}

Option extend(const Situation& situation) {
  const Shape shape = with_repeats(situation);
  Plan plan = lay_again(situation, shape, situation.frame);
  const auto slip = plan.slip().count();
  std::string limit = slip > 0 ? "none: the end moves as needed" : "none: the plan is not behind";
  return {Strategy::extend, shape, situation.frame, std::move(plan), repeats_in_words(situation),
          std::move(limit)};
}

Option catch_up(const Situation& situation, const Option& extended, Minutes most) {
  Option option = extended;
  option.strategy = Strategy::catch_up;
  if (extended.plan.slip().count() <= 0) {
    option.limit = "none: the plan is not behind";
    return option;
  }
  if (most <= situation.frame.available.per_week()) {
    option.limit =
        fmt::format("the maximum is {} (change it with --max-hours H), and the plan already has {}",
                    hours_a_week(most), hours_a_week(situation.frame.available.per_week()));
    return option;
  }
  const Minutes usual = situation.frame.available.per_week();
  const Lay lay = [&](const Frame& frame) { return lay_again(situation, option.shape, frame); };
  Accelerated accelerated =
      accelerate(extended.plan.baseline_finish, situation.frame, usual, most, lay);
  const bool reached = accelerated.plan.slip().count() <= 0;
  // If even the maximum is not enough, use the fewest hours that end as early.
  if (!reached)
    accelerated = accelerate(accelerated.plan.finish(), situation.frame, usual, most, lay);
  if (accelerated.plan.finish() >= extended.plan.finish()) {
    option.limit =
        fmt::format("more hours, up to {}, would not bring the finish forward", hours_a_week(most));
    return option;
  }
  option.plan = std::move(accelerated.plan);
  option.frame = std::move(accelerated.frame);
  const auto& available = option.frame.available;
  option.changes.push_back(fmt::format("{} instead of {}: {}", hours_a_week(available.per_week()),
                                       hours_a_week(usual), available.spec()));
  option.limit =
      reached ? "with fewer hours it would end after the first finish"
              : fmt::format("the maximum is {} (change it with --max-hours H)", hours_a_week(most));
  return option;
}

bool is_ahead(const PlanWeek& week, calendar::Date today) {
  return !week.dates.finished && week.dates.to >= today;
}

// A re-plan moves `from`, but keeps past blocks.
bool has_begun(const PlanWeek& week, calendar::Date today) {
  return week.dates.finished || week.dates.from < today ||
         std::ranges::any_of(week.dates.blocks,
                             [today](const Block& block) { return block.on < today; });
}

// Drops the modules whose time has not begun.
void drop_modules(Shape& shape, const Plan& plan, calendar::Date today,
                  std::vector<std::string>& changes) {
  for (const PlanWeek& week : plan.weeks) {
    if (has_begun(week, today)) continue;
    for (const auto& id : week.load.modules) {
      std::erase_if(shape.modules, [&](const auto& module) { return module.id == id; });
      changes.push_back(fmt::format("without the module {}", id.text()));
    }
  }
}

void drop_reviews(Shape& shape, const Plan& plan, calendar::Date today,
                  std::vector<std::string>& changes) {
  std::size_t weeks = 0;
  for (const PlanWeek& week : plan.weeks) {
    if (!is_ahead(week, today) || week.load.repeat || week.load.only_modules) continue;
    ++weeks;
    for (const auto& id : week.load.week_ids()) shape.trimmed.insert(id);
  }
  if (weeks == 0) return;
  changes.push_back("without review time and top-up problems in " + text::counted(weeks, "week"));
}

Option trim(const Situation& situation, const Option& extended) {
  Option option = extended;
  option.strategy = Strategy::trim;
  if (extended.plan.slip().count() <= 0) {
    option.limit = "none: the plan is not behind, so nothing has to be cut";
    return option;
  }
  option.frame.fit = Fit::flow;
  for (auto* drop : {&drop_modules, &drop_reviews}) {
    (*drop)(option.shape, extended.plan, situation.today, option.changes);
    option.plan = lay_again(situation, option.shape, option.frame);
    if (option.plan.slip().count() <= 0) break;
  }
  option.limit = "only optional work may be cut: reading, labs, artefacts and gates stay";
  return option;
}

}  // namespace

Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame) {
  const auto& curriculum = situation.curriculum;
  const auto& before = situation.plan;
  const auto today = situation.today;
  const Plan plan = changed_plan(before, curriculum, shape, frame, today);
  auto dates = reschedule_remaining(plan, progress(plan, situation.logged, today), situation.passed,
                                    frame, today, situation.studied_today);
  return assemble(curriculum.limits, frame, arrange(curriculum, shape), std::move(dates),
                  before.baseline_finish);
}

Option option(const Situation& situation, Strategy strategy, Minutes most) {
  Option extended = extend(situation);
  switch (strategy) {
    case Strategy::catch_up:
      return catch_up(situation, extended, most);
    case Strategy::trim:
      return trim(situation, extended);
    case Strategy::extend:
      break;
  }
  return extended;
}

std::vector<Option> options(const Situation& situation, Minutes most) {
  std::vector<Option> all{extend(situation)};
  all.push_back(catch_up(situation, all.front(), most));
  all.push_back(trim(situation, all.front()));
  return all;
}

}  // namespace gradus::plan
