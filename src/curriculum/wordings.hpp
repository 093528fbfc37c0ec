#pragma once

#include "gradus/curriculum/model.hpp"

#include "curriculum/reader.hpp"

#include <vector>

namespace gradus::curriculum {

// Passes on what was found about a requirement with keys replaced by `patch`, unless it was found
// without them as well, at the part of the patch that it is about.
void pass_on_of_patch(const Place& patch, const std::vector<Finding>& found,
                      const std::vector<Finding>& known);

// Advises on each wording of a criterion: advise(requirement, place, standing), the regular one at
// its own place first. What is true of a wording is not told again of the next, for which it is
// asked once more.
template <class Advise>
void advise_on_wordings(const Criterion& criterion, const Place& place, Advise advise) {
  const Place require = place.child("require");
  advise(criterion.requirement(Standing::regular), require, Standing::regular);
  const Node* before = &require.node();
  Node merged;
  Standing standing_before = Standing::regular;
  for (const auto standing : {Standing::weeks_saved, Standing::compressed_deeply}) {
    const Place patch = place.child(standing == Standing::weeks_saved ? "when_saved" : "placed");
    if (!patch.present()) continue;
    std::vector<Finding> known;
    std::vector<Finding> found;
    advise(criterion.requirement(standing_before), patch.replaced(*before, known), standing_before);
    merged = with_members(*before, patch.node());
    advise(criterion.requirement(standing), patch.replaced(merged, found), standing);
    pass_on_of_patch(patch, found, known);
    before = &merged;
    standing_before = standing;
  }
}

}  // namespace gradus::curriculum
