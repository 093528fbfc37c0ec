#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/rules/outcome.hpp"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace gradus::rules {

// Why an entry does not count, though it lacks but one thing.
struct TooOld {
  calendar::Date first_day;  // from which on entries count
};
struct OtherTier {};  // recorded for a tier that the criterion does not ask
using Lack = std::variant<curriculum::Filter, TooOld, OtherTier>;

struct NearMiss {
  journal::Entry entry;
  Lack lack;
};
struct NearMisses {
  std::vector<NearMiss> nearest;
  std::size_t total = 0;
};

inline constexpr std::size_t most_counted = 20;     // entries that an explanation names
inline constexpr std::size_t most_near_misses = 5;  // likewise

// Why a requirement, or a part of one, came to what it did.
struct Explanation {
  const curriculum::Requirement* requirement;  // of the verdict, which must outlive this
  Outcome outcome;                             // its `parts` are moved into those below
  double done;               // the share of the way, 0 to 1; 1 exactly when it passes
  journal::Found counted{};  // of a leaf: what counted, the newest first
  NearMisses near_misses{};  // of a leaf
  // Of a measure that grows by each entry: by how much since the gate's `pace_from`.
  std::optional<double> recent{};
  std::vector<Explanation> parts{};  // of all, any, not, some
};

// Where and when a verdict was asked for.
struct Gate {
  std::optional<curriculum::TierId> tier;  // nothing: the finish check
  AsOf as_of;
  calendar::Date pace_from;                // the pace is what was done from here on
  std::vector<curriculum::TierId> others;  // tiers an entry may be recorded for instead
};

// Of each of the verdict's criteria, in their order. `verdict` must be the gate's, on the same
// facts and day, and not one that was stored.
//
// Nearest of the misses are those whose number lies closest to its bound, as a share of it; a flag,
// a word or another tier is as far away as a number twice its bound. The newer comes first. Free
// texts (a topic, a title) have no near misses: what differs there is another thing.
[[nodiscard]] std::vector<Explanation> explain(const Gate& gate, const Verdict& verdict,
                                               const journal::Facts& facts);

// The verdict, to be kept: each criterion with its evidence, up to most_counted entries of it.
// `explanations` are those of its criteria.
[[nodiscard]] Verdict with_evidence(Verdict verdict, const std::vector<Explanation>& explanations);

}  // namespace gradus::rules
