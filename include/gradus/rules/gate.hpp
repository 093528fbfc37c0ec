#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/outcome.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::rules {

// A rule that refuses: a tier is locked, a gate is not met.
class Error : public gradus::Error {
 public:
  explicit Error(const std::string& message, std::string hint = {})
      : gradus::Error(ErrorKind::refused, message, std::move(hint)) {}
};

enum class TierState { locked, open, passed };
inline constexpr auto tier_state_names = named<TierState>(
    {{TierState::locked, "locked"}, {TierState::open, "open"}, {TierState::passed, "passed"}});
[[nodiscard]] constexpr std::string_view name(TierState state) {
  return tier_state_names.name(state);
}
[[nodiscard]] constexpr std::optional<TierState> parse_tier_state(std::string_view text) {
  return tier_state_names.parse(text);
}

using TierStates = std::map<curriculum::TierId, TierState>;

// The tier being studied, the first that is open: nothing when all are passed.
[[nodiscard]] const curriculum::Tier* open_tier(const curriculum::Curriculum& curriculum,
                                                const TierStates& states);
[[nodiscard]] std::set<curriculum::TierId> passed_tiers(const TierStates& states);
// A tier's state; one that the track never had, such as a retired one, is locked.
[[nodiscard]] TierState state_of(const TierStates& states, const curriculum::TierId& tier);
// The tier that opens when `tier` is passed, the first that is not: nothing after the last.
[[nodiscard]] const curriculum::Tier* next_tier(const curriculum::Curriculum& curriculum,
                                                const TierStates& states,
                                                const curriculum::TierId& tier);
// The states in another version of the curriculum: what is passed stays passed, the first of the
// others that is not retired is open, the rest is locked (docs/decisions/0004).
[[nodiscard]] TierStates carry_over(const curriculum::Curriculum& curriculum,
                                    const TierStates& states);

// What `unlock` does at a gate that is not met: refuses, or warns and opens it.
enum class GateMode { block, warn };
inline constexpr auto gate_modes =
    named<GateMode>({{GateMode::block, "block"}, {GateMode::warn, "warn"}});
[[nodiscard]] constexpr std::string_view name(GateMode mode) {
  return gate_modes.name(mode);
}
[[nodiscard]] constexpr std::optional<GateMode> parse_gate_mode(std::string_view text) {
  return gate_modes.parse(text);
}

// A learner's exception: the criterion holds up no gate, and is never told as met.
struct Waiver {
  std::string gate;  // a tier's id, or "finish"
  curriculum::CriterionId criterion;
  std::string reason;
  calendar::Date on;                      // recorded
  std::optional<calendar::Date> until{};  // the last day it holds; nothing: no end
  [[nodiscard]] friend bool operator==(const Waiver&, const Waiver&) = default;
};
using Waivers = std::vector<Waiver>;

// The gate of the finish check, beside those of the tiers.
inline constexpr std::string_view finish_gate = "finish";

enum class Status { pass, fail, unknown, waived };
inline constexpr auto statuses = named<Status>({{Status::pass, "pass"},
                                                {Status::fail, "fail"},
                                                {Status::unknown, "unknown"},
                                                {Status::waived, "waived"}});
[[nodiscard]] constexpr std::string_view name(Status status) {
  return statuses.name(status);
}
[[nodiscard]] constexpr std::optional<Status> parse_status(std::string_view text) {
  return statuses.parse(text);
}
// Of a criterion that nothing is waived of.
[[nodiscard]] Status status_of(Truth truth);

// What counted for a criterion, entries and all, so that it outlives them.
struct Evidence {
  std::size_t total = 0;                 // entries
  std::vector<journal::Entry> newest{};  // of them, as they were
  // Of a gate that was passed when gradus kept a line on each instead.
  std::vector<std::string> words{};
  [[nodiscard]] friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct CriterionResult {
  curriculum::CriterionId id;
  std::string title;
  Status status;
  Outcome outcome;
  std::string how;
  std::vector<curriculum::WeekId> repeat;  // the remedy, if it fails
  std::optional<Waiver> waiver{};          // of a waived one
  Evidence evidence{};                     // of a verdict on which a tier was passed
  // What was asked; nothing in a verdict that was stored.
  std::optional<curriculum::Requirement> requirement{};
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

// The day for which a gate is asked. `until`: only what was done, and waived, up to that day.
struct AsOf {
  AsOf(calendar::Date day) : today(day) {}  // NOLINT(google-explicit-constructor): a day is enough
  AsOf(calendar::Date day, calendar::Date last) : today(day), until(last) {}

  calendar::Date today;
  std::optional<calendar::Date> until{};
};

// Checks a tier's exit criteria: all of them, in the wording for `compression`. One that does not
// pass by itself is waived while a waiver of it lasts.
[[nodiscard]] Verdict check_tier(const curriculum::Tier& tier, TierState state,
                                 curriculum::Compression compression, const AsOf& as_of,
                                 const journal::Facts& facts, const Waivers& waivers = {});

// A gate that was passed, and stays so whatever becomes of the journal.
struct PassedGate {
  calendar::Date on;
  Verdict verdict;  // as it was then
  // What passed then and would not by the journal as it is now, as it stands now.
  std::vector<CriterionResult> lapsed{};
};
// The criteria that passed in `then`, and neither pass nor are waived in `now`, as `now` has them.
// One that asks for something else by now is none of them: it is no longer what was passed.
[[nodiscard]] std::vector<CriterionResult> lapsed(const Verdict& then, const Verdict& now);
// How many criteria are neither met nor waived.
[[nodiscard]] std::size_t unmet(const Verdict& verdict);
// How many are waived.
[[nodiscard]] std::size_t waived(const Verdict& verdict);

// The criteria whose answer changed between two verdicts on one gate, as the later one has them.
[[nodiscard]] std::vector<CriterionResult> moved(const Verdict& before, const Verdict& after);

// A criterion in two verdicts on one gate; nothing where one of them doesn't ask it.
struct CriterionShift {
  std::optional<CriterionResult> was;
  std::optional<CriterionResult> now;
};
// Each criterion of either, in the order of the later one, then of the earlier.
[[nodiscard]] std::vector<CriterionShift> difference(const Verdict& before, const Verdict& after);

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
                                   curriculum::Compression compression, const AsOf& as_of,
                                   const journal::Facts& facts, const Waivers& waivers = {});

}  // namespace gradus::rules
