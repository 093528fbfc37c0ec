#pragma once

#include "gradus/calendar/named.hpp"
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

// The ways to go on after a slip: move the end, study more hours, leave out what is optional.
enum class Strategy { extend, catch_up, trim };
inline constexpr auto strategies = named<Strategy>(
    {{Strategy::extend, "extend"}, {Strategy::catch_up, "catch-up"}, {Strategy::trim, "trim"}});
[[nodiscard]] constexpr std::string_view name(Strategy strategy) {
  return strategies.name(strategy);
}
[[nodiscard]] constexpr std::optional<Strategy> parse_strategy(std::string_view text) {
  return strategies.parse(text);
}

// A track's plan and what has become of it.
struct Situation {
  const curriculum::Curriculum& curriculum;
  Shape shape;
  Frame frame;
  Plan plan;
  MinutesByWeek logged;
  std::set<curriculum::TierId> passed;
  std::vector<curriculum::WeekId> repeats;  // that failed gates ask to do again
  calendar::Date today;
  Minutes studied_today{0};
};

// A plan that could be taken over.
struct Option {
  Strategy strategy;
  Shape shape;
  Frame frame;
  Plan plan;
  std::vector<std::string> changes;  // what it does beside moving dates, in words
  std::string limit;                 // the rule that limits it, in words
};

// The same shape with what a re-plan knows: what is left of each week is laid from today on.
[[nodiscard]] Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame);

// Each of the strategies with its dates. `most`: the most minutes a week that catching up may take.
[[nodiscard]] std::vector<Option> options(const Situation& situation, Minutes most);
[[nodiscard]] Option option(const Situation& situation, Strategy strategy, Minutes most);

// The plan of a frame.
using Lay = std::function<Plan(const Frame&)>;

// A plan that ends by a date: the usual week scaled, or levelled over its days, to the least time
// that does it, as `flow`.
struct Accelerated {
  Frame frame;
  Plan plan;
};
// `from`: the day from which there is time. Throws Error, naming the earliest date that the
// curriculum's limits allow, when it would take more than the most hours a week or fewer months
// than the least.
[[nodiscard]] Accelerated finish_by(calendar::Date by, calendar::Date from, const Frame& frame,
                                    const curriculum::Limits& limits, const Lay& lay);

}  // namespace gradus::plan
