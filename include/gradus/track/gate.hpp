#pragma once

#include "gradus/insight/explained_gate.hpp"
#include "gradus/insight/gate_estimate.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Checks the gates of a track: that of a tier, or the finish check when `tier` is null.
namespace gradus::track {

[[nodiscard]] rules::Verdict check_gate(const store::Store& store, const LoadedTrack& track,
                                        const curriculum::Tier* tier, const rules::AsOf& as_of);

// The learner's current gate: that of the open tier, or the finish check once all are passed.
[[nodiscard]] rules::Verdict check_gate_at_hand(const store::Store& store, const LoadedTrack& track,
                                                calendar::Date today);

// A passed tier's gate as it was then, and which criteria would no longer be met; nullopt unless
// the tier is passed. The journal is judged as of the day it was passed, so neither time nor later
// entries make anything lapse. Throws store::Error for a stored verdict that can't be read.
[[nodiscard]] std::optional<rules::PassedGate> passed_gate(const store::Store& store,
                                                           const LoadedTrack& track,
                                                           const curriculum::Tier& tier);

// The verdict with its reasons, from the current journal. `spans`: see rules::Gate.
[[nodiscard]] insight::ExplainedGate explain_gate(
    const store::Store& store, const LoadedTrack& track, const curriculum::Tier* tier,
    const rules::AsOf& as_of, std::vector<std::pair<calendar::Date, calendar::Date>> spans = {});

// The study time that the open tier's gate, not met, still asks for.
[[nodiscard]] insight::GateEstimate estimate_gate(const store::Store& store,
                                                  const LoadedTrack& track,
                                                  const rules::Verdict& gate, calendar::Date today);

// The answer to a learner asking about a gate: how it was passed, or its verdict today; with
// reasons if requested, for a passed one as of that day.
using Readiness = std::variant<rules::Verdict, insight::RememberedGate, insight::ExplainedGate>;

// The gate of the tier with that id; without an id, that of the open tier, or the finish check once
// all are passed. Throws curriculum::Error for an id that is neither a tier's nor "finish".
[[nodiscard]] Readiness readiness(const store::Store& store, const LoadedTrack& track,
                                  const std::string& tier_id, bool explain, calendar::Date today);

// A tier that the learner wants to pass.
struct Passage {
  const curriculum::Tier& tier;  // of the track's curriculum
  calendar::Date on;
  insight::ExplainedGate gate;
  bool refused;  // the gate is not met, and the track's gates block
};

// Checks whether the tier with that id, or the open one, can be passed; `on`: by what was done up
// to that day. Throws rules::Error unless the tier is the open one, and Error when another tier was
// passed after that day.
[[nodiscard]] Passage find_passage(const store::Store& store, const LoadedTrack& track,
                                   const std::string& tier_id, std::optional<calendar::Date> on,
                                   calendar::Date today);

struct Passed {
  rules::Verdict verdict;                   // as stored, with the entries that counted
  const curriculum::Tier* next;             // the tier that this opens; nullptr after the last
  std::optional<insight::TierValues> done;  // the tier's weeks, and what was done for them
  const plan::PlanWeek* next_week;          // what comes first now, in the track's plan
};
// By how many days a re-plan from `today` would bring the finish nearer.
[[nodiscard]] calendar::Days replan_gains(const store::Store& store, const LoadedTrack& track,
                                          calendar::Date today);

// Passes the tier, and drops what its gate weeks had ahead; nothing else in the plan moves.
Passed pass(store::Store& store, const LoadedTrack& track, const Passage& passage,
            calendar::Date today, calendar::Instant clock);

}  // namespace gradus::track
