#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/track/gate_criterion.hpp"

#include <optional>

// What makes a signature under a criterion one that counts.
namespace gradus::track {

// Throws Error for evidence that says nothing and for a placement in the finish check, rules::Error
// for a criterion that is measured.
void check_signature(const journal::Attestation& signature, const GateCriterion& criterion);

// The same of a signature that was changed. One under no criterion of a tier passes.
void check_signature(const journal::Attestation& signature,
                     const std::optional<curriculum::TierId>& tier,
                     const curriculum::Curriculum& curriculum);

}  // namespace gradus::track
