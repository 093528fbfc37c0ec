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

// What people type for entries; see store::short_id.
using ShortIds = std::map<journal::EntryId, std::string>;

// A verdict with its reasons.
struct ExplainedGate {
  rules::Verdict verdict;
  std::vector<rules::Explanation> criteria;  // one per criterion of the verdict, in order
  std::optional<GateForecast> opening;       // of a gate that holds a learner up
  std::optional<calendar::Date> passed_on;   // of a passed tier
  ShortIds short_ids;                        // of every entry named
};

// How a passed tier's gate was on the day, and what of it would no longer be met.
struct RememberedGate {
  rules::PassedGate gate;
  ShortIds short_ids;  // of every entry kept as evidence
};

}  // namespace gradus::insight
