#include "gradus/plan/options.hpp"

#include "gradus/plan/arrange.hpp"
#include "gradus/plan/relay.hpp"

#include "plan/hurry.hpp"
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
  return shape;
}

std::vector<std::string> repeats_in_words(const Situation& situation) {
  std::vector<std::string> words;
  for (const auto& week : situation.repeats) words.push_back(fmt::format("{} again", week.text()));
  return words;
}

Option extend(const Situation& situation) {
  const Shape shape = with_repeats(situation);
  Plan plan = lay_again(situation, shape, situation.frame);
  const auto slip = plan.slip().count();
  std::string limit =
      slip > 0 ? "none: the end moves as far as it must" : "none: the plan is not behind";
  return {Strategy::extend, shape, situation.frame, std::move(plan), repeats_in_words(situation),
          std::move(limit)};
}

Option catch_up(const Situation& situation, const Option& extended, Minutes most) {
  Option option = extended;
  option.strategy = Strategy::catch_up;
  if (extended.plan.slip().count() <= 0) {
    option.limit = "none: there is nothing to catch up";
    return option;
  }
  const Minutes usual = situation.frame.available.per_week();
  const Lay lay = [&](const Frame& frame) { return lay_again(situation, option.shape, frame); };
  Hurried hurried =
      hurry(extended.plan.baseline_finish, situation.frame, usual, std::max(usual, most), lay);
  option.plan = std::move(hurried.plan);
  option.frame = std::move(hurried.frame);
  const Minutes taken = option.frame.available.per_week();
  option.changes.push_back(
      fmt::format("{} instead of {}", hours_a_week(taken), hours_a_week(usual)));
  if (option.plan.slip().count() <= 0) {
    option.limit = "plan weeks share no day: with fewer hours it would end after the first finish";
  } else if (most <= usual) {
    option.limit =
        fmt::format("you allow {}, and study {} already", hours_a_week(most), hours_a_week(usual));
  } else {
    option.limit = fmt::format("the most you allow: {}", hours_a_week(most));
  }
  return option;
}

bool is_ahead(const PlanWeek& week, calendar::Date today) {
  return !week.dates.finished && week.dates.to >= today;
}

// Drops the modules whose time has not begun.
void drop_modules(Shape& shape, const Plan& plan, calendar::Date today,
                  std::vector<std::string>& changes) {
  for (const PlanWeek& week : plan.weeks) {
    if (week.dates.finished || week.dates.from < today) continue;
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
    if (!is_ahead(week, today)) continue;
    ++weeks;
    shape.trimmed.insert(week.load.carries.begin(), week.load.carries.end());
  }
  changes.push_back(fmt::format("without review time and top-up problems in {} weeks", weeks));
}

Option trim(const Situation& situation, const Option& extended) {
  Option option = extended;
  option.strategy = Strategy::trim;
  if (extended.plan.slip().count() <= 0) {
    option.limit = "none: there is nothing to leave out";
    return option;
  }
  option.frame.fit = Fit::flow;
  for (auto* drop : {&drop_modules, &drop_reviews}) {
    (*drop)(option.shape, extended.plan, situation.today, option.changes);
    option.plan = lay_again(situation, option.shape, option.frame);
    if (option.plan.slip().count() <= 0) break;
  }
  option.limit = "only optional work may go: reading, labs, artefacts and gates stay";
  return option;
}

}  // namespace

std::string_view name(Strategy strategy) {
  switch (strategy) {
    case Strategy::extend:
      return "extend";
    case Strategy::catch_up:
      return "catch-up";
    case Strategy::trim:
      return "trim";
  }
  return {};
}

std::optional<Strategy> parse_strategy(std::string_view text) {
  for (const Strategy strategy : strategies) {
    if (name(strategy) == text) return strategy;
  }
  return std::nullopt;
}

Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame) {
  const auto& [curriculum, unused, usual, before, logged, passed, repeats, today] = situation;
  auto loads = arrange(curriculum, shape);
  Plan plan =
      join(before.start, loads, relay(before, loads, frame, today), before.baseline_finish, {});
  auto dates = settle(plan, progress(plan, logged, today), passed, frame, today);
  auto unwise = warnings(dates, frame, curriculum.limits);
  return join(before.start, std::move(loads), std::move(dates), before.baseline_finish,
              std::move(unwise));
}

std::vector<Option> options(const Situation& situation, Minutes most) {
  std::vector<Option> all{extend(situation)};
  all.push_back(catch_up(situation, all.front(), most));
  all.push_back(trim(situation, all.front()));
  return all;
}

}  // namespace gradus::plan
