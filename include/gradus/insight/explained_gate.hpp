#pragma once

#include "gradus/insight/opening.hpp"
#include "gradus/journal/entry_id.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/rules/gate.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// A verdict with its reasons.
struct ExplainedGate {
  rules::Verdict verdict;
  std::vector<rules::Explanation> criteria;           // one per criterion of the verdict, in order
  std::optional<Opening> opening;                     // of a gate that holds a learner up
  std::optional<calendar::Date> passed_on;            // of a passed tier
  std::map<journal::EntryId, std::string> short_ids;  // of every entry named
};

}  // namespace gradus::insight
