#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

namespace gradus::plan {

// What a tier's gate still asks for while the tier's weeks are studied.
struct GateNeed {
  curriculum::TierId tier;
  Minutes minutes{0};
  calendar::Days least_days{0};  // a run of days takes at least as many
};

// Whether the plan has a gate week of the tier that is not over.
[[nodiscard]] bool has_gate_week_ahead(const Plan& plan, const curriculum::TierId& tier,
                                       calendar::Date today);

// The shape with gate weeks for the need behind the tier's own weeks, each as long as the usual
// week allows. Gate weeks that have begun by `today` keep their past blocks and nothing else; those
// ahead are planned anew.
[[nodiscard]] Shape with_gate_weeks(Shape shape, const Plan& before, const GateNeed& need,
                                    const calendar::Availability& available, calendar::Date today);

// The plan once a tier is passed: without what its gate weeks and its repeated weeks had ahead. One
// of which nothing is past is gone; nothing else moves. Once the last tier is passed (`last`), no
// block of any week is ahead.
struct Dropped {
  Shape shape;
  std::vector<WeekDates> dates;  // of the plan weeks that stay, in order
};
[[nodiscard]] Dropped without_what_is_passed(Shape shape, const Plan& before,
                                             const curriculum::TierId& tier, bool last,
                                             calendar::Date today);

}  // namespace gradus::plan
