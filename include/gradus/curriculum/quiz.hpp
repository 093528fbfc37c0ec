#pragma once

#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/requirement.hpp"

#include <optional>
#include <vector>

namespace gradus::curriculum {

using TableId = Id<struct TableTag>;

// A round of `drill TABLE`: so many items of a decision table, and how many must be right.
struct Quiz {
  TableId table;
  int items;     // at least 1; a shorter round doesn't count
  int at_least;  // 1 to `items`

  // The score that passes, from 0 to 1: of a longer round the same share must be right.
  [[nodiscard]] double share() const { return static_cast<double>(at_least) / items; }
  [[nodiscard]] friend bool operator==(const Quiz&, const Quiz&) = default;
};

// The journal holds a round that passes the quiz. A drill that doesn't say how many items it had,
// such as one of another program, counts as long enough. `tiers` as in Query.
[[nodiscard]] Requirement requirement_of(const Quiz& quiz,
                                         std::optional<std::vector<TierId>> tiers);

}  // namespace gradus::curriculum
