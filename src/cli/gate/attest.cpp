#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/signature.hpp"

#include "cli/gate/requests.hpp"

namespace gradus::cli {

ExitCode run(const AttestCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto criterion = track::find_gate_criterion(request.criterion, track.curriculum);
  const journal::Attestation signature{criterion.criterion->id, request.evidence,
                                       request.placement};
  track::check_signature(signature, criterion);
  auto entry = new_entry(request.recording, signature, session);
  entry.gate = criterion.gate;
  return record(store, track, entry, session);
}

}  // namespace gradus::cli
