#include "gradus/track/signature.hpp"

#include "gradus/curriculum/module_checks.hpp"
#include "gradus/insight/module_state.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <string>

namespace gradus::track {
namespace {

void expect_evidence(const std::string& evidence) {
  if (evidence.find_first_not_of(" \t\r\n") == std::string::npos)
    throw Error("the evidence is empty: a signature needs a link, or words that say how you know",
                "such as --evidence https://github.com/you/notes");
}

void expect_signable(const GateCriterion& found) {
  const auto& criterion = *found.criterion;
  if (curriculum::could_count(criterion.requirement(curriculum::Compression::regular),
                              curriculum::EntryType::attestation))
    return;
  throw rules::Error(
      fmt::format("{} is measured, not signed: a signature would not count", found.name()),
      criterion.how.empty() ? "gradus ready shows what it measures" : criterion.how);
}

}  // namespace

void check_signature(const journal::Attestation& signature, const GateCriterion& criterion) {
  expect_evidence(signature.evidence);
  if (!signature.placement) return expect_signable(criterion);
  if (criterion.tier == nullptr)
    throw Error("--placement is for compressing a tier, and the finish check is not a tier",
                fmt::format("gradus attest {} --evidence TEXT", criterion.name()));
}

bool is_signed(const curriculum::ModuleCheck& check) {
  using curriculum::CriterionKind;
  return check.kind == CriterionKind::attest || check.kind == CriterionKind::timed;
}

void check_signature(const curriculum::Module& module, const curriculum::ModuleCheck& check,
                     const journal::Attestation& signature) {
  expect_evidence(signature.evidence);
  const auto name = curriculum::check_name(module.id, check.id);
  if (signature.placement)
    throw Error("--placement is for compressing a tier, and a module's check is in none",
                fmt::format("gradus attest {} --evidence TEXT", name));
  if (is_signed(check)) return;
  throw Error(check.kind == curriculum::CriterionKind::quiz
                  ? fmt::format("{} is a quiz: it is answered, not signed", name)
                  : fmt::format("{} is an artefact: it is delivered, not signed", name),
              insight::check_command(module, check, {}));
}

void check_signature(const journal::Attestation& signature,
                     const std::optional<curriculum::TierId>& tier,
                     const curriculum::Curriculum& curriculum) {
  if (!tier) return;
  const auto& of = curriculum::find_tier(curriculum, tier->text());
  const auto& criterion = curriculum::find_criterion(of, signature.criterion.text());
  check_signature(signature, {tier->text(), &of, &criterion});
}

}  // namespace gradus::track
