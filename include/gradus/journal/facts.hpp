#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gradus::journal {

// A question to the journal: a criterion's query, with the tiers and days it means filled in.
struct Question {
  const curriculum::Query& query;  // its `tiers` and `within` are resolved below: don't look there
  std::optional<std::vector<curriculum::TierId>> tiers;  // nothing: any tier, and none
  std::optional<calendar::Date> from;                    // on or after
  std::optional<calendar::Date> until{};                 // on or before
};

// By a field, if one is set, then the newest first.
struct Order {
  std::optional<curriculum::Field> field{};
  bool most_first = false;  // else the least of the field first
};

struct Found {
  std::vector<Entry> first;  // in the order that was asked for
  std::size_t total = 0;     // of which these are the first
};

// What the journal knows, asked without loading it. Minutes come as minutes, money as dollars.
//
// The matches are the entries of the type, in the tiers, from `from` to `until`, that pass every
// filter; an entry without a filter's field passes none. `last` keeps the newest of these, by day,
// then clock time (an entry without one comes before those with), then order of recording. After it
// `per` makes the groups, leaving out entries without that field.
class Facts {
 public:
  Facts() = default;
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;
  virtual ~Facts() = default;

  // The measure over the matching entries (with `per`: of the group where it is greatest, for `min`
  // where it is least). No match: 0 for count, minutes, usd, days and streak, nothing for min, max,
  // mean and latest, which also pass over entries without the field.
  [[nodiscard]] virtual std::optional<double> answer(const Question& question) const = 0;

  // The entries that the answer is made of, at most `most` of them: with `per`, those of the best
  // group (of equal ones, the first by its name); for min, max, mean and latest, those that have
  // the field.
  [[nodiscard]] virtual Found find(const Question& question, std::size_t most,
                                   const Order& order = {}) const = 0;
};

}  // namespace gradus::journal
