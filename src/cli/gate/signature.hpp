#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string>

// What makes a signature under a criterion one that counts.
namespace gradus::cli {

// Throws Error for evidence that says nothing.
void expect_evidence(const std::string& evidence);

// Throws rules::Error for a criterion that is measured. `name`: TIER/CRITERION.
void expect_signable(const curriculum::Criterion& criterion, const std::string& name);

// Both of these, of a signature that was changed. One under no criterion of a tier passes.
void check_signature(const journal::Attestation& signature,
                     const std::optional<curriculum::TierId>& tier,
                     const curriculum::Curriculum& curriculum);

}  // namespace gradus::cli
