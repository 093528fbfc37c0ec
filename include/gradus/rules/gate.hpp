#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/outcome.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::rules {

// A rule that refuses: a tier is locked, a gate is not met.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

enum class TierState { locked, open, passed };
[[nodiscard]] std::string_view name(TierState state);
[[nodiscard]] std::optional<TierState> parse_tier_state(std::string_view text);

using TierStates = std::map<curriculum::TierId, TierState>;

// The tier being studied, the first that is open: nothing when all are passed.
[[nodiscard]] const curriculum::Tier* open_tier(const curriculum::Curriculum& curriculum,
                                                const TierStates& states);
[[nodiscard]] std::set<curriculum::TierId> passed_tiers(const TierStates& states);
// The tier that opens when `tier` is passed: nothing after the last.
[[nodiscard]] const curriculum::Tier* next_tier(const curriculum::Curriculum& curriculum,
                                                const curriculum::TierId& tier);

enum class Status { pass, fail, unknown, waived };
[[nodiscard]] std::string_view name(Status status);

struct CriterionResult {
  curriculum::CriterionId id;
  std::string title;
  Status status;
  Outcome outcome;
  std::string how;
  std::vector<curriculum::WeekId> repeat;  // the remedy, if it fails
};

// What a gate says of the journal.
struct Verdict {
  std::string tier;  // a tier's id, or "finish"
  std::string title;
  TierState state;
  bool ready;                             // every criterion passes or is waived
  std::size_t met;                        // those that pass
  std::vector<CriterionResult> criteria;  // in the curriculum's order; retired ones don't count
};

// Checks a tier's exit criteria: all of them, in the wording for `standing`.
[[nodiscard]] Verdict check_tier(const curriculum::Tier& tier, TierState state,
                                 curriculum::Standing standing, calendar::Date today,
                                 const journal::Facts& facts);

// The criteria whose answer changed between two verdicts on one gate, as the later one has them.
[[nodiscard]] std::vector<CriterionResult> moved(const Verdict& before, const Verdict& after);

// How many of a tier's criteria a learner could already meet at the end of its first week: by what
// was done until then, or signed for placement.
struct Placed {
  std::size_t met;
  std::size_t total;
};
[[nodiscard]] Placed check_placement(const curriculum::Tier& tier, calendar::Date first_week_ends,
                                     const journal::Facts& facts);

// Checks the curriculum's `finish`: what is asked once the last tier is passed. One that asks
// nothing is ready.
[[nodiscard]] Verdict check_finish(const curriculum::Curriculum& curriculum,
                                   curriculum::Standing standing, calendar::Date today,
                                   const journal::Facts& facts);

}  // namespace gradus::rules
