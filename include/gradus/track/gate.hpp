#pragma once

#include "gradus/insight/explained_gate.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <variant>

// What the gates of a track say: of a tier, or of the finish where none is given.
namespace gradus::track {

[[nodiscard]] rules::Verdict check_gate(const store::Store& store, const LoadedTrack& track,
                                        const curriculum::Tier* tier, const rules::AsOf& as_of);

// The gate the learner stands before: that of the open tier, else of the finish.
[[nodiscard]] rules::Verdict check_gate_at_hand(const store::Store& store, const LoadedTrack& track,
                                                calendar::Date today);

// How a passed tier stood then, and what of it would no longer be met; nullopt unless the tier is
// passed. The journal is asked as of the day it was passed, so that neither time nor later entries
// take away. Throws store::Error for a stored verdict that can't be read.
[[nodiscard]] std::optional<rules::PassedGate> passed_gate(const store::Store& store,
                                                           const LoadedTrack& track,
                                                           const curriculum::Tier& tier);

// The verdict with its reasons, by the journal as it is now.
[[nodiscard]] insight::ExplainedGate explain_gate(const store::Store& store,
                                                  const LoadedTrack& track,
                                                  const curriculum::Tier* tier,
                                                  const rules::AsOf& as_of);

// What a learner who asks after a gate gets to see: how it was passed, or what it says today; with
// its reasons where these are asked for, of a passed one as of that day.
using Readiness = std::variant<rules::Verdict, insight::RememberedGate, insight::ExplainedGate>;

// The gate of the tier with that id; of the open one, or once all are passed of the finish, without
// an id. Throws curriculum::Error for an id that is no tier's, nor "finish".
[[nodiscard]] Readiness readiness(const store::Store& store, const LoadedTrack& track,
                                  const std::string& tier_id, bool explain, calendar::Date today);

// A tier that the learner wants to pass.
struct Passage {
  const curriculum::Tier& tier;  // of the track's curriculum
  calendar::Date on;
  insight::ExplainedGate gate;
  bool refused;  // the gate is not met, and the track's gates block
};

// The way through the gate of the tier with that id, or of the open one; `on`: by what was done up
// to that day. Throws rules::Error unless the tier is the open one, and Error when another tier was
// passed after that day.
[[nodiscard]] Passage find_passage(const store::Store& store, const LoadedTrack& track,
                                   const std::string& tier_id, std::optional<calendar::Date> on,
                                   calendar::Date today);

struct Passed {
  rules::Verdict verdict;        // as the store keeps it, with the entries that counted
  const curriculum::Tier* next;  // the tier that opens with it, null after the last
};
Passed pass(store::Store& store, const LoadedTrack& track, const Passage& passage);

}  // namespace gradus::track
