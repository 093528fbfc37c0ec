#pragma once

#include "gradus/insight/gate_forecast.hpp"
#include "gradus/journal/entry_id.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/rules/gate.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// What people type to name an entry; see store::short_id.
using ShortIds = std::map<journal::EntryId, std::string>;

// A verdict with its reasons.
struct ExplainedGate {
  rules::Verdict verdict;
  std::vector<rules::Explanation> criteria;  // one per criterion of the verdict, in order
  std::optional<GateForecast> opening;       // for the open tier's gate
  std::optional<calendar::Date> passed_on;   // for a passed tier
  ShortIds short_ids;                        // for every entry named
};

// A passed tier's gate as it was on the day, and which criteria would no longer be met.
struct RememberedGate {
  rules::PassedGate gate;
  ShortIds short_ids;  // for every entry kept as evidence
};

}  // namespace gradus::insight
