#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <string>
#include <vector>

namespace gradus::plan {

// The learner's choices, carried over to another version of the curriculum.
struct CarriedOver {
  Shape shape;
  std::vector<std::string> notes;  // choices that had to change, in words
};

// Pass both curricula as the track studies them; `plan` is the present one. A tier keeps its number
// of plan weeks if that still compresses or stretches it, within the rules; retired weeks are not
// repeated. A module whose home weeks are all retired moves to the next plan week that is not over
// and is in the new version too, or leaves the plan if its home is over.
[[nodiscard]] CarriedOver carry_over(const Shape& shape, const Plan& plan,
                                     const curriculum::Curriculum& before,
                                     const curriculum::Curriculum& after, calendar::Date today);

}  // namespace gradus::plan
