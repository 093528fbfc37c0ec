#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/plan/gate_weeks.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/plan/shape.hpp"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
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
  std::vector<curriculum::WeekId> needless{};  // planned to be repeated, which nothing asks for now
};

// A plan that the learner could adopt.
struct Option {
  Strategy strategy;
  Shape shape;
  Frame frame;
  Plan plan;
  // All that it changes, in words: what is left out or repeated, hours and slots, fit, the finish.
  std::vector<std::string> changes{};
  std::string limit{};  // what bounds it, or that it gains nothing, in words
};

// Lays out the shape as a re-plan does: what is left of each week, from today on.
[[nodiscard]] Plan lay_again(const Situation& situation, const Shape& shape, const Frame& frame);

// One option per strategy, with its dates. `most`: the most minutes a week that catching up may
// use; nullopt: as many as a day holds.
[[nodiscard]] std::vector<Option> options(const Situation& situation, std::optional<Minutes> most);
[[nodiscard]] Option option(const Situation& situation, Strategy strategy,
                            std::optional<Minutes> most);
// The option that ends by a day, see finish_by.
[[nodiscard]] Option option_by(const Situation& situation, calendar::Date by);

// Builds the plan for a frame.
using Lay = std::function<Plan(const Frame&)>;

struct Accelerated {
  Frame frame;
  Plan plan;
};
// A plan that ends by a date: the usual week made longer or shorter in its proportions, in steps of
// calendar::study_step to the least time that achieves it, as `flow`. `from`: the first day
// available for study. Throws CantFinish with the earliest date possible.
[[nodiscard]] Accelerated finish_by(calendar::Date by, calendar::Date from, const Frame& frame,
                                    const curriculum::Limits& limits, const Lay& lay);

// What may keep a plan from ending by a day: breaks, weekdays without study and the proportions of
// the others, the curriculum's least months and most hours a week.
enum class Bound { breaks, weekdays, months, hours };
inline constexpr std::array all_bounds{Bound::breaks, Bound::weekdays, Bound::months, Bound::hours};

// A day that a plan can't end by. `bounds`: a smallest set that can't be kept together. Without any
// one of them, a plan that keeps to the others of the set would end in time. Empty when all the
// hours until then would not be enough.
class CantFinish : public Error {
 public:
  CantFinish(const std::string& message, std::string hint, std::vector<Bound> bounds)
      : Error(message, std::move(hint)), bounds_(std::move(bounds)) {}
  [[nodiscard]] const std::vector<Bound>& bounds() const { return bounds_; }

 private:
  std::vector<Bound> bounds_;
};

}  // namespace gradus::plan
