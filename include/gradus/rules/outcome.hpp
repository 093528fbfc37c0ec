#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/truth.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::rules {

// What a requirement evaluates to. Every part is evaluated, whatever the results of the others.
struct Outcome {
  Truth truth;
  std::optional<double> have;     // nullopt when a measure, or the part of a `not`, is unknown
  double need;                    // a measure's lower bound if it has one, else its upper bound
  std::optional<double> missing;  // the distance to the nearest bound, 0 once it passes
  std::string unit;               // "problems", "minutes", "score", "conditions", …
  std::vector<Outcome> parts;     // for all, any, not, some
};

// The criterion and day for which a requirement is evaluated.
struct Context {
  // The tier whose criterion it is; nullopt in the finish check, where any tier counts.
  std::optional<curriculum::TierId> tier;
  curriculum::CriterionId criterion;
  calendar::Date today;
  std::optional<calendar::Date> until{};  // only what was done up to and including this day
};

// all: fail if any part fails, else unknown if any is; any: pass if any passes, else unknown if any
// is; some: the same by counting. A signature counts in the criterion's own tier (in the finish
// check, in any), an artefact wherever it was delivered.
[[nodiscard]] Outcome evaluate(const curriculum::Requirement& requirement, const Context& context,
                               const journal::Facts& facts);

// Whether the learner signed the tier's criterion for placement.
[[nodiscard]] bool signed_for_placement(const curriculum::TierId& tier,
                                        const curriculum::CriterionId& criterion,
                                        const journal::Facts& facts);

}  // namespace gradus::rules
