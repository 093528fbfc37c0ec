#pragma once

#include "gradus/insight/explained_gate.hpp"
#include "gradus/report/document.hpp"

#include <string>

namespace gradus::report {

using insight::ExplainedGate;

// The verdict to store: each criterion with its evidence.
[[nodiscard]] rules::Verdict with_evidence(const ExplainedGate& gate);
[[nodiscard]] Document view(const ExplainedGate& gate);
// The same as verdict_json, but each criterion has an `explanation`.
[[nodiscard]] std::string json(const ExplainedGate& gate);

}  // namespace gradus::report
