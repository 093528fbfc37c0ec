#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <vector>

// A second opinion on what a requirement comes to, by the words of the curriculum format and none
// of the code of gradus::rules or of the store: each part looks at every entry, one by one.
namespace gradus::testing::naive {

struct Outcome {
  std::optional<bool> passes;  // nullopt: unknown
  // What a measure may come to: nothing when it is unknown, more than one value when groups of
  // `per` are equally good.
  std::vector<double> values{};
  std::vector<Outcome> parts{};  // of all, any, not, some
};

// The criterion that asks, and the day. No tier: the finish check.
struct Asked {
  std::optional<curriculum::TierId> tier;
  curriculum::CriterionId criterion;
  calendar::Date today;
};

// `entries` in the order they were recorded.
[[nodiscard]] Outcome evaluate(const curriculum::Requirement& requirement, const Asked& asked,
                               const std::vector<journal::Entry>& entries);

}  // namespace gradus::testing::naive
