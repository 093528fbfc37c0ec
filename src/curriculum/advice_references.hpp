#pragma once

#include "curriculum/survey.hpp"

namespace gradus::curriculum {

// Advises on what a part of a gate's requirement names: what is retired, what only comes after the
// gate, what is of other tiers than those it counts.
void advise_on_references(const Survey& survey, const Gate& gate, const Delivered& delivered,
                          const Place& place);
void advise_on_references(const Survey& survey, const Gate& gate, const Measure& measure,
                          const Place& place);

}  // namespace gradus::curriculum
