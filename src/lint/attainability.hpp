#pragma once

#include "gradus/rules/truth.hpp"

#include "lint/curriculum_index.hpp"

#include <vector>

namespace gradus::lint {

// What a requirement can come to, whatever is logged: a false flag means it can't.
struct Attainability {
  bool pass = true;
  bool fail = true;
  bool unknown = true;
};

// What is known about a requirement before anybody logs anything.
struct Judged {
  Attainability attainable;
  rules::Truth when_signed;  // if nothing but the signature is logged
  bool reported = false;     // already reported that it can't be met, or can't be missed
};

// At least `need` of the parts must pass.
[[nodiscard]] Judged judge_counted(const std::vector<Judged>& parts, std::size_t need);
[[nodiscard]] Judged judge_negation(const Judged& part);
// Judges a measure by what its fields can hold and how many entries can count; advises on bounds
// and filters that nothing can satisfy or that nothing can violate.
[[nodiscard]] Judged judge_measure(const Measure& measure, const text::Cursor& place);

// The values that a filter lets through.
struct Interval {
  double low;
  double high;
  bool whole;
  [[nodiscard]] bool empty() const { return low > high; }
};
// The interval of a number field; advises on values that no entry can hold.
[[nodiscard]] Interval filter_numbers(EntryType of, const Filter& filter,
                                      const text::Cursor& place);

}  // namespace gradus::lint
