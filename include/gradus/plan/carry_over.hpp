#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"

#include <string>
#include <vector>

namespace gradus::plan {

// The learner's choices in another version of the curriculum.
struct CarriedOver {
  Shape shape;
  std::vector<std::string> notes;  // what could not stay as it was chosen, in words
};

// Both curricula as the track studies them; `plan` is the present one. A tier keeps its plan weeks
// where these still compress or stretch it, within the rules; no week that is retired is done
// again. A module whose home weeks are all retired goes into the next week of the plan that is not
// over and stands in the new version too, or leaves the plan if its home is over.
[[nodiscard]] CarriedOver carry_over(const Shape& shape, const Plan& plan,
                                     const curriculum::Curriculum& before,
                                     const curriculum::Curriculum& after, calendar::Date today);

}  // namespace gradus::plan
