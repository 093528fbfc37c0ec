#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/track/gate_criterion.hpp"

#include <optional>

// What a signature under a criterion needs in order to count.
namespace gradus::track {

// Throws Error for empty evidence and for a placement in the finish check, rules::Error for a
// criterion that is measured.
void check_signature(const journal::Attestation& signature, const GateCriterion& criterion);

// Whether a module's check is signed: it is of kind attest or timed.
[[nodiscard]] bool is_signed(const curriculum::ModuleCheck& check);

// The same under such a check. Throws Error for any other, which names the command that records it.
void check_signature(const curriculum::Module& module, const curriculum::ModuleCheck& check,
                     const journal::Attestation& signature);

// The same for a signature that was edited. One under no criterion of a tier is accepted.
void check_signature(const journal::Attestation& signature,
                     const std::optional<curriculum::TierId>& tier,
                     const curriculum::Curriculum& curriculum);

}  // namespace gradus::track
