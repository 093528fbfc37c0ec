#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/module.hpp"
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

// A rule forbids it: a tier is locked, or a gate is not met.
class Error : public gradus::Error {
 public:
  explicit Error(const std::string& message, std::string hint)
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

// The tier being studied, the first that is open; nullptr when all are passed.
[[nodiscard]] const curriculum::Tier* open_tier(const curriculum::Curriculum& curriculum,
                                                const TierStates& states);
[[nodiscard]] std::set<curriculum::TierId> passed_tiers(const TierStates& states);
// A tier's state; one the track never had, such as a retired one, is locked.
[[nodiscard]] TierState state_of(const TierStates& states, const curriculum::TierId& tier);
// The tier that opens when `tier` is passed: the next that isn't; nullptr after the last.
[[nodiscard]] const curriculum::Tier* next_tier(const curriculum::Curriculum& curriculum,
                                                const TierStates& states,
                                                const curriculum::TierId& tier);
// The states in another version of the curriculum: what is passed stays passed, the first of the
// others that is not retired is open, and the rest are locked (docs/decisions/0004).
[[nodiscard]] TierStates carry_over(const curriculum::Curriculum& curriculum,
                                    const TierStates& states);

// What `unlock` does at a gate that is not met: refuse, or warn and open it.
enum class GateMode { block, warn };
inline constexpr auto gate_modes =
    named<GateMode>({{GateMode::block, "block"}, {GateMode::warn, "warn"}});
[[nodiscard]] constexpr std::string_view name(GateMode mode) {
  return gate_modes.name(mode);
}
[[nodiscard]] constexpr std::optional<GateMode> parse_gate_mode(std::string_view text) {
  return gate_modes.parse(text);
}

// A learner's exception: the criterion does not block the gate, and is never reported as met.
struct Waiver {
  std::string gate;  // a tier's id, or "finish"
  curriculum::CriterionId criterion;
  std::string reason;
  calendar::Date on;                      // recorded
  std::optional<calendar::Date> until{};  // the last day it applies; nullopt: no end
  [[nodiscard]] friend bool operator==(const Waiver&, const Waiver&) = default;
};
using Waivers = std::vector<Waiver>;

// The id of the finish check's gate, in addition to those of the tiers.
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
// The status of a criterion without a waiver.
[[nodiscard]] Status status_of(Truth truth);

// What counted for a criterion, with full copies of the entries so that it outlives them.
struct Evidence {
  std::size_t total = 0;                 // entries
  std::vector<journal::Entry> newest{};  // the newest of them, as they were
  // For a gate passed when gradus kept one line of text per entry instead.
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
  std::optional<Waiver> waiver{};          // set if waived
  Evidence evidence{};                     // set in a verdict on which a tier was passed
  // What was required; nullopt in a verdict read back from the store.
  std::optional<curriculum::Requirement> requirement{};
};

// The result of checking a gate against the journal.
struct Verdict {
  std::string tier;  // a tier's id, or "finish"
  std::string title;
  TierState state;
  bool ready;                             // every criterion passes or is waived
  std::size_t met;                        // the number that pass
  std::vector<CriterionResult> criteria;  // in the curriculum's order, without retired ones
  bool overdue = false;                   // the day by which it was to be met (AsOf::due) is over
};
// What is unmet is only open, and no failure, until a gate's planned day is over or it was passed.
[[nodiscard]] inline bool still_open(const Verdict& verdict) {
  return !verdict.overdue && verdict.state != TierState::passed;
}

// The day on which a gate is judged. `until`: only what was done, or waived, up to that day.
// `due`: the day by which the plan has it met.
struct AsOf {
  AsOf(calendar::Date day) : today(day) {}  // NOLINT(google-explicit-constructor): a day is enough
  AsOf(calendar::Date day, calendar::Date last) : today(day), until(last) {}

  calendar::Date today;
  std::optional<calendar::Date> until{};
  std::optional<calendar::Date> due{};

  [[nodiscard]] bool overdue() const { return due && *due < today; }
};

// Checks all of a tier's exit criteria, in the wording for `compression`. A criterion that doesn't
// pass by itself is waived while it has a waiver in force.
[[nodiscard]] Verdict check_tier(const curriculum::Tier& tier, TierState state,
                                 curriculum::Compression compression, const AsOf& as_of,
                                 const journal::Facts& facts, const Waivers& waivers = {});

// A gate that was passed, and stays passed whatever happens to the journal.
struct PassedGate {
  calendar::Date on;
  Verdict verdict;  // as it was then
  // What passed then but would not by the current journal, with its present results.
  std::vector<CriterionResult> lapsed{};
};
// The criteria that passed in `then` and neither pass nor are waived in `now`, with their results
// in `now`. A criterion whose requirement has changed since is left out: it is no longer the one
// that was passed.
[[nodiscard]] std::vector<CriterionResult> lapsed(const Verdict& then, const Verdict& now);
// How many criteria are neither met nor waived.
[[nodiscard]] std::size_t unmet(const Verdict& verdict);
// How many are waived.
[[nodiscard]] std::size_t waived(const Verdict& verdict);

// The criteria whose result changed between two verdicts on one gate, as in the later one.
[[nodiscard]] std::vector<CriterionResult> moved(const Verdict& before, const Verdict& after);

// A criterion in two verdicts on one gate; nullopt for a verdict that doesn't have it.
struct CriterionShift {
  std::optional<CriterionResult> was;
  std::optional<CriterionResult> now;
};
// Every criterion of either verdict, in the order of the later one, then of the earlier.
[[nodiscard]] std::vector<CriterionShift> difference(const Verdict& before, const Verdict& after);

// How many of a tier's criteria a learner could already meet at the end of its first week, by what
// was done until then or signed for placement.
struct Placed {
  std::size_t met;
  std::size_t total;
};
[[nodiscard]] Placed check_placement(const curriculum::Tier& tier, calendar::Date first_week_ends,
                                     const journal::Facts& facts);

// Checks the curriculum's `finish`, which is due once the last tier is passed. If it is empty, it
// is ready.
[[nodiscard]] Verdict check_finish(const curriculum::Curriculum& curriculum,
                                   curriculum::Compression compression, const AsOf& as_of,
                                   const journal::Facts& facts, const Waivers& waivers = {});

// Checks a module's checks as a gate: `tier` is the module's id, and a module that is ready is
// passed. Each outcome is that of what met the check, else of what its kind asks for, without the
// alternatives that it is one of.
[[nodiscard]] Verdict check_module(const curriculum::Module& module, const AsOf& as_of,
                                   const journal::Facts& facts);

}  // namespace gradus::rules
