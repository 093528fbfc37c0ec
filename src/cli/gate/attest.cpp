#include "gradus/rules/gate.hpp"

#include "cli/error.hpp"
#include "cli/gate/criterion.hpp"
#include "cli/gate/requests.hpp"
#include "cli/gate/signature.hpp"

#include <fmt/format.h>

#include <optional>

namespace gradus::cli {

ExitCode run(const AttestCriterion& request, Session& session) {
  expect_evidence(request.evidence);
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const auto found = find_gate_criterion(request.criterion, open.track.curriculum);
  if (!request.placement)
    expect_signable(*found.criterion, request.criterion);
  else if (found.tier == nullptr)
    throw Error("--placement lets a tier be compressed, and the finish check is none",
                fmt::format("gradus attest {} --evidence TEXT", found.name()));
  auto entry =
      new_entry(request.recording,
                journal::Attestation{found.criterion->id, request.evidence, request.placement},
                open, store, session);
  // A signature belongs to its criterion's tier, whatever week is being studied; one of the finish
  // check to none.
  const auto tier = found.tier == nullptr ? std::nullopt : std::optional(found.tier->id);
  if (entry.tier != tier) {
    entry.tier = tier;
    entry.week = std::nullopt;
  }
  return record(store, open, entry, session);
}

}  // namespace gradus::cli
