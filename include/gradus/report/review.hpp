#pragma once

#include "gradus/insight/review_list.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/report/document.hpp"

#include <cstddef>
#include <string>

namespace gradus::report {

// What stands behind the list.
enum class ReviewEnd {
  command,    // what to type next
  questions,  // nothing: each thing is asked about
};
[[nodiscard]] Document view(const insight::ReviewList& list, ReviewEnd end = ReviewEnd::command);
[[nodiscard]] std::string json(const insight::ReviewList& list);

// A review that was recorded: the entry in the fields of the exchange format, with `title`, `due`
// and `interval_days` of what was reviewed.
[[nodiscard]] std::string review_json(const journal::Entry& review,
                                      const insight::ReviewItem& item);

// "Ranks (joins), about 20m, recall 87%".
[[nodiscard]] std::string describe(const insight::ReviewItem& item);
// How the day stands after some reviews, in sentences: what is left of its time, and when the next
// is due.
[[nodiscard]] std::string standing_text(const insight::ReviewList& list);
// "next on Thu 2027-01-14 (in 8 days)"; "due since Thu 2027-01-14".
[[nodiscard]] std::string next_text(const insight::ReviewItem& item, calendar::Date today);

}  // namespace gradus::report
