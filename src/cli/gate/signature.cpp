#include "cli/gate/signature.hpp"

#include "gradus/rules/gate.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

namespace gradus::cli {

void expect_evidence(const std::string& evidence) {
  if (evidence.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error("the evidence is empty: a signature needs a link, or words that say how you know",
                "such as --evidence https://github.com/you/notes");
}

void expect_signable(const curriculum::Criterion& criterion, const std::string& name) {
  if (curriculum::could_count(criterion.requirement(curriculum::Standing::regular),
                              curriculum::EntryType::attestation))
    return;
  throw rules::Error(fmt::format("{} is measured, not signed: a signature would not count", name),
                     criterion.how.empty() ? "gradus ready shows what it measures" : criterion.how);
}

void check_signature(const journal::Attestation& signature,
                     const std::optional<curriculum::TierId>& tier,
                     const curriculum::Curriculum& curriculum) {
  if (!tier) return;
  expect_evidence(signature.evidence);
  const auto& criterion = curriculum::find_criterion(
      curriculum::find_tier(curriculum, tier->text()), signature.criterion.text());
  if (!signature.placement)
    expect_signable(criterion, fmt::format("{}/{}", tier->text(), criterion.id.text()));
}

}  // namespace gradus::cli
