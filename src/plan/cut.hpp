#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/plan/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gradus::plan {

// The part of a tier's minutes that is planned: `of` / `whole`.
struct Share {
  std::int64_t of;
  std::int64_t whole;
};

// What one plan week gets of a tier.
struct Part {
  std::vector<Carried> carries{};
  std::size_t ends = 0;  // the number of the tier's weeks that end in it
};

// A tier's share of minutes, in the order of its weeks and of reading, lab, review within each, cut
// into equal parts. A part carries the weeks it touches; a week of no minutes is touched by the
// part in which the one after it begins. If no week has minutes, all are taken as equally long.
// Minutes are rounded to multiples of 5, as far as the weeks' own are and each part has as many.
[[nodiscard]] std::vector<Part> cut(const std::vector<curriculum::Week>& weeks, std::size_t parts,
                                    Share share);

}  // namespace gradus::plan
