#pragma once

#include "gradus/text/reader.hpp"

#include "lint/curriculum_index.hpp"

#include <vector>

namespace gradus::lint {

// Passes on the findings about a requirement with keys replaced by `patch`, each at the part of the
// patch it is about, except those that were found without the patch as well.
void pass_on_of_patch(const text::Cursor& patch, const std::vector<text::Finding>& found,
                      const std::vector<text::Finding>& known);

// Advises on each variant of a criterion: advise(requirement, place, compression), the regular one
// at its own place first, which for a quiz is the whole criterion. `advise` is called a second time
// on each variant to find out what was already true before the next one, so that nothing is
// reported twice.
template <class Advise>
void advise_on_variants(const Criterion& criterion, const text::Cursor& place, Advise advise) {
  const text::Cursor require = criterion.quiz ? place : place.child("require");
  advise(criterion.requirement(Compression::regular), require, Compression::regular);
  const text::Node* before = &require.node();
  text::Node merged;
  Compression compression_before = Compression::regular;
  for (const auto compression : {Compression::weeks_saved, Compression::compressed_deeply}) {
    const text::Cursor patch =
        place.child(compression == Compression::weeks_saved ? "when_saved" : "placed");
    if (!patch.present()) continue;
    std::vector<text::Finding> known;
    std::vector<text::Finding> found;
    advise(criterion.requirement(compression_before), patch.replaced(*before, known),
           compression_before);
    merged = text::with_members(*before, patch.node());
    advise(criterion.requirement(compression), patch.replaced(merged, found), compression);
    pass_on_of_patch(patch, found, known);
    before = &merged;
    compression_before = compression;
  }
}

}  // namespace gradus::lint
