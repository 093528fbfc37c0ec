#pragma once

#include "lint/curriculum_index.hpp"

namespace gradus::lint {

// Advises on what a part of a gate's requirement names: what is retired, what only comes after the
// gate, what is of other tiers than those it counts.
void advise_on_references(const CurriculumIndex& index, const Gate& gate,
                          const Delivered& delivered, const text::Cursor& place);
void advise_on_references(const CurriculumIndex& index, const Gate& gate, const Measure& measure,
                          const text::Cursor& place);

}  // namespace gradus::lint
