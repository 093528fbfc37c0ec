#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/rules/outcome.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::rules {

// Why an entry that lacks only one thing doesn't count.
struct TooOld {
  calendar::Date first_day;  // the earliest day on which entries count
};
struct OtherTier {};  // recorded for a tier that the criterion doesn't look at
using Lack = std::variant<curriculum::Filter, TooOld, OtherTier>;

struct NearMiss {
  journal::Entry entry;
  Lack lack;
};
struct NearMisses {
  std::vector<NearMiss> nearest;
  std::size_t total = 0;
};

inline constexpr std::size_t most_counted = 20;     // entries an explanation lists
inline constexpr std::size_t most_near_misses = 5;  // likewise

// Why a requirement, or a part of one, has its outcome.
struct Explanation {
  const curriculum::Requirement* requirement;  // in the verdict, which must outlive this
  Outcome outcome;                             // its `parts` are moved into those below
  double done;               // how far along it is, 0 to 1; 1 exactly when it passes
  journal::Found counted{};  // for a leaf: what counted, newest first
  NearMisses near_misses{};  // for a leaf
  // For a measure that grows with each entry: its growth since the gate's `pace_from`.
  std::optional<double> recent{};
  std::vector<double> gains{};       // likewise, in each of the gate's `spans`
  std::vector<Explanation> parts{};  // for all, any, not, some
};

// The gate and day a verdict was asked for.
struct Gate {
  std::optional<curriculum::TierId> tier;  // nullopt: the finish check
  AsOf as_of;
  calendar::Date pace_from;                // the pace is measured from this day on
  std::vector<curriculum::TierId> others;  // tiers an entry may have been recorded for instead
  // First and last days between which growth is to be told apart.
  std::vector<std::pair<calendar::Date, calendar::Date>> spans{};
};

// One explanation per criterion of the verdict, in order. `verdict` must be the gate's, for the
// same facts and day, and not one read back from the store.
//
// The nearest misses are those whose number is closest to its bound, relative to the bound; a flag,
// a word or another tier counts as far away as a number twice its bound. On a tie the newer comes
// first. Free text (a topic, a title) has no near misses: an entry that differs there is about
// something else.
[[nodiscard]] std::vector<Explanation> explain(const Gate& gate, const Verdict& verdict,
                                               const journal::Facts& facts);

// The verdict with evidence added for keeping: up to most_counted entries for each criterion.
// `explanations` are those of its criteria.
[[nodiscard]] Verdict with_evidence(Verdict verdict, const std::vector<Explanation>& explanations);

}  // namespace gradus::rules
