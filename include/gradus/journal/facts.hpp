#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gradus::journal {

// A question to the journal: a criterion's query, with its tiers and days filled in.
struct Question {
  const curriculum::Query& query;  // ignore its `tiers` and `within`: they are resolved below
  std::optional<std::vector<curriculum::TierId>> tiers;  // nullopt: any tier, or no tier
  std::optional<calendar::Date> from;                    // on or after
  std::optional<calendar::Date> until{};                 // on or before
  std::optional<double> at_least{};                      // which of the groups of `per` is best
  std::optional<double> at_most{};
};

// By a field, if one is set, then newest first.
struct Order {
  std::optional<curriculum::Field> field{};
  bool most_first = false;  // else the field's smallest value first
};

struct Found {
  std::vector<Entry> first;  // in the order requested
  std::size_t total = 0;     // all that match, including those not in `first`
};

// What the journal knows, queried without loading it. Minutes are minutes, money is dollars.
//
// An entry matches if it is of the type, in the tiers, from `from` to `until`, and passes every
// filter; an entry without a filter's field doesn't pass it. min, max, mean and latest skip entries
// without their field. `last` keeps the newest of what is left, by day, then clock time (an entry
// without one comes before those with one), then order of recording. After that, `per` forms the
// groups, leaving out entries without that field. The best group is the one where the measure is
// greatest; where it is least, if only `at_most` is set; if both bounds are, the one closest to
// between them.
class Facts {
 public:
  Facts() = default;
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;
  virtual ~Facts() = default;

  // The measure over the matching entries (of solutions of one problem, a count has one, unless it
  // counts repeats); with `per`, of the best group. Without a match: 0 for
  // count, minutes, usd, days and streak, nullopt for min, max, mean and latest.
  [[nodiscard]] virtual std::optional<double> answer(const Question& question) const = 0;

  // The entries behind the answer (for such a count, the newest solution of each problem), at most
  // `most` of them: with `per`, those of the best group (on
  // a tie, the first by name).
  [[nodiscard]] virtual Found find(const Question& question, std::size_t most,
                                   const Order& order = {}) const = 0;
};

}  // namespace gradus::journal
