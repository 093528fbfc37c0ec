#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/outcome.hpp"

#include <optional>
#include <vector>

// The questions that the leaves of a requirement ask the journal.
namespace gradus::rules {

struct LeafQuestion {
  curriculum::Query query;
  std::optional<std::vector<curriculum::TierId>> tiers;
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> until;
  std::optional<double> at_least{};
  std::optional<double> at_most{};

  // Must not outlive this.
  [[nodiscard]] journal::Question question() const {
    return {query, tiers, from, until, at_least, at_most};
  }
};

// The learner's signature, either for placement or not.
[[nodiscard]] LeafQuestion signature(const Context& context, bool placement);
[[nodiscard]] LeafQuestion leaf_question(const curriculum::Attested& attested,
                                         const Context& context);
[[nodiscard]] LeafQuestion leaf_question(const curriculum::Delivered& delivered,
                                         const Context& context);
// A signature for placement passes nothing, so no measure counts one.
[[nodiscard]] LeafQuestion leaf_question(const curriculum::Measure& measure,
                                         const Context& context);

}  // namespace gradus::rules
