#pragma once

#include "lint/curriculum_index.hpp"

namespace gradus::lint {

// Advises on what a part of a gate's requirement names: retired items, items that only come after
// the gate, and items of tiers whose entries it doesn't count.
void advise_on_references(const CurriculumIndex& index, const Gate& gate,
                          const Delivered& delivered, const text::Cursor& place);
void advise_on_references(const CurriculumIndex& index, const Gate& gate, const Measure& measure,
                          const text::Cursor& place);

}  // namespace gradus::lint
