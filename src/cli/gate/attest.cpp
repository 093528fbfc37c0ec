#include "gradus/rules/gate.hpp"

#include "cli/error.hpp"
#include "cli/gate/requests.hpp"
#include "cli/gate/signature.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct Signed {
  std::optional<curriculum::TierId> tier;  // none: a criterion of the finish
  const curriculum::Criterion* criterion;
};

Signed find_criterion(const std::string& name, const curriculum::Curriculum& curriculum) {
  const auto slash = name.find('/');
  if (slash == std::string::npos)
    throw Error(fmt::format("\"{}\" names no criterion: the tier is missing", name),
                "write it as TIER/CRITERION, as gradus ready shows it");
  const auto& tier = curriculum::find_tier(curriculum, name.substr(0, slash));
  return {tier.id, &curriculum::find_criterion(tier, name.substr(slash + 1))};
}

}  // namespace

ExitCode run(const AttestCriterion& request, Session& session) {
  expect_evidence(request.evidence);
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const Signed found = find_criterion(request.criterion, open.track.curriculum);
  if (!request.placement) expect_signable(*found.criterion, request.criterion);
  auto entry =
      new_entry(request.recording,
                journal::Attestation{found.criterion->id, request.evidence, request.placement},
                open, store, session);
  // A signature belongs to its criterion's tier, whatever week is being studied.
  if (entry.tier != found.tier) {
    entry.tier = found.tier;
    entry.week = std::nullopt;
  }
  return record(store, open, entry, session);
}

}  // namespace gradus::cli
