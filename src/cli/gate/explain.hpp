#pragma once

#include "gradus/report/explanation.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"

#include "cli/track.hpp"

namespace gradus::cli {

// The gate of a tier, or of the finish without one, with its reasons by the journal as it is now.
[[nodiscard]] report::ExplainedGate explain_gate(const store::Store& store, const OpenTrack& open,
                                                 const curriculum::Tier* tier,
                                                 const rules::AsOf& as_of);

}  // namespace gradus::cli
