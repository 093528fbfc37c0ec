#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/plan/error.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace gradus::plan {

// How a track differs from its curriculum's own weeks. Each part is the learner's choice.
struct Shape {
  // The number of plan weeks of each tier that is compressed (fewer than its own) or stretched
  // (more).
  std::map<curriculum::TierId, int> weeks{};
  // Weeks to repeat at the end of their tier, in this order; a week may appear more than once.
  std::vector<curriculum::WeekId> repeats{};
  // Weeks planned without their review time and their top-up problems.
  std::set<curriculum::WeekId> trimmed{};
  std::vector<curriculum::Module> modules{};  // in the order they were added
  // The minutes of each gate week behind a tier's own weeks.
  std::map<curriculum::TierId, std::vector<calendar::Minutes>> gate_weeks{};
};

// The number of the tier's weeks that are not retired.
[[nodiscard]] int own_weeks(const curriculum::Tier& tier);
// The number of its weeks in the plan.
[[nodiscard]] int plan_weeks(const curriculum::Curriculum& curriculum, const Shape& shape,
                             const curriculum::Tier& tier);
// The plan weeks that compressed tiers save. The foundations for beginners come first in the plan
// and save none.
[[nodiscard]] int weeks_saved(const curriculum::Curriculum& curriculum, const Shape& shape);
// Those of the tier's plan weeks that others saved: only in a closing tier, if the curriculum's
// saved weeks go there.
[[nodiscard]] int weeks_taken_up(const curriculum::Curriculum& curriculum, const Shape& shape,
                                 const curriculum::Tier& tier);
// Which wording of its criteria applies to the tier. Below half: fewer than half its own weeks.
[[nodiscard]] curriculum::Compression compression_of(const curriculum::Curriculum& curriculum,
                                                     const Shape& shape,
                                                     const curriculum::TierId& tier);

// The same for the finish check: below half as soon as one tier is.
[[nodiscard]] curriculum::Compression compression_at_finish(
    const curriculum::Curriculum& curriculum, const Shape& shape);

// How much of a tier the learner could already do at the end of its first week.
struct Placement {
  std::size_t met;
  std::size_t total;  // of its criteria
  [[nodiscard]] bool full() const { return met == total; }
  [[nodiscard]] bool half() const { return 2 * met >= total; }
};

// The fewest plan weeks the tier may be compressed to: half its own, given a placement of at least
// half its criteria, or a third given a full one, both rounded up. Otherwise, and for a tier that
// is never compressed, its own number.
[[nodiscard]] int least_weeks(const curriculum::Tier& tier, const Placement& placement);

// The shape with the tier compressed to `weeks`. Throws Error naming the rule and the fewest weeks
// it allows.
[[nodiscard]] Shape compress(Shape shape, const curriculum::Tier& tier, int weeks,
                             const Placement& placement);
// The shape with the tier stretched to `weeks`: at least its own and those `taken_up`, see
// weeks_taken_up. Throws Error.
[[nodiscard]] Shape stretch(Shape shape, const curriculum::Tier& tier, int weeks, int taken_up = 0);

// One repetition of the week fewer, the last; nothing if it has none.
void drop_last_repeat(Shape& shape, const curriculum::WeekId& week);

using ModuleIds = std::set<curriculum::ModuleId>;
// The shape with one module more or fewer. Both throw Error: a module needs its prerequisites in
// the plan or passed, and its home week in the curriculum.
[[nodiscard]] Shape add_module(Shape shape, const curriculum::Curriculum& curriculum,
                               const curriculum::Module& module, const ModuleIds& passed = {});
// A module, and one that should come before it but is neither in the plan nor passed.
struct MissingSoft {
  curriculum::ModuleId module;
  curriculum::ModuleId wanted;
};
[[nodiscard]] std::vector<MissingSoft> missing_soft(const Shape& shape,
                                                    const ModuleIds& passed = {});
[[nodiscard]] Shape remove_module(Shape shape, const curriculum::ModuleId& id,
                                  const ModuleIds& passed = {});

}  // namespace gradus::plan
