#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/plan/gate_weeks.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/plan/shape.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::plan {

// The ways to continue after falling behind: move the end, study more hours, leave out what is
// optional.
enum class Strategy { extend, catch_up, trim };
inline constexpr auto strategies = named<Strategy>(
    {{Strategy::extend, "extend"}, {Strategy::catch_up, "catch-up"}, {Strategy::trim, "trim"}});
[[nodiscard]] constexpr std::string_view name(Strategy strategy) {
  return strategies.name(strategy);
}

// A track's plan, and how far it has been followed.
struct Situation {
  const curriculum::Curriculum& curriculum;
  Shape shape;
  Frame frame;
  Plan plan;
  StudyDays logged;
  std::set<curriculum::TierId> passed;
  std::vector<curriculum::WeekId> repeats;  // weeks that failed gates ask to repeat
  calendar::Date today;
  Minutes studied_today{0};
  std::optional<GateNeed> gate{};  // of the open tier, once its weeks are studied
  std::string gate_in_words{};
};

// A plan that the learner could adopt.
struct Option {
  Strategy strategy;
  Shape shape;
  Frame frame;
  Plan plan;
  std::vector<std::string> changes;  // what it changes besides dates, in words
  std::string limit;                 // the rule that limits it, in words
};

// Lays out the shape as a re-plan does: what is left of each week, from today on.
[[nodiscard]] Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame);

// One option per strategy, with its dates. `most`: the most minutes a week that catching up may
// use.
[[nodiscard]] std::vector<Option> options(const Situation& situation, Minutes most);
[[nodiscard]] Option option(const Situation& situation, Strategy strategy, Minutes most);

// Builds the plan for a frame.
using Lay = std::function<Plan(const Frame&)>;

// A plan that ends by a date: the usual slots in proportion, with the least time a week that
// achieves it in steps of 15 minutes, as `flow`.
struct Accelerated {
  Frame frame;
  Plan plan;
};
// `from`: the first day available for study. Throws Error, naming the earliest date the
// curriculum's limits allow, when it would take more than the maximum hours a week or fewer months
// than the minimum.
[[nodiscard]] Accelerated finish_by(calendar::Date by, calendar::Date from, const Frame& frame,
                                    const curriculum::Limits& limits, const Lay& lay);

}  // namespace gradus::plan
