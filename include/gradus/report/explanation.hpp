#pragma once

#include "gradus/insight/opening.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/rules/gate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

// A verdict with its reasons.
struct ExplainedGate {
  rules::Verdict verdict;
  std::vector<rules::Explanation> criteria;  // of the verdict's, in their order
  std::optional<insight::Opening> opening;   // of a gate that holds a learner up
  std::optional<calendar::Date> passed_on;   // of a passed tier
  ShortIds short_ids;                        // of every entry named
};

[[nodiscard]] Document explanation_view(const ExplainedGate& gate);
// The verdict as verdict_json has it, each criterion with an `explanation`.
[[nodiscard]] std::string explanation_json(const ExplainedGate& gate);

}  // namespace gradus::report
