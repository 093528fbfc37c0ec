#pragma once

#include "curriculum/survey.hpp"

#include <vector>

namespace gradus::curriculum {

// What a requirement can come to, whatever is logged: what is false here can't be.
struct Reach {
  bool pass = true;
  bool fail = true;
  bool unknown = true;
};

// What a requirement comes to, as rules::evaluate has it; rules lie above this box.
enum class Answer { fail, unknown, pass };

// What is known of a requirement before anybody logs anything.
struct Judged {
  Reach reach;
  Answer when_signed;  // where nothing is logged but the signature
  bool told = false;   // that it can't be met, or can't be missed
};

// At least `need` of the parts must pass.
[[nodiscard]] Judged judge_counted(const std::vector<Judged>& parts, std::size_t need);
[[nodiscard]] Judged judge_negation(const Judged& part);
// A measure, by what its fields can hold and by how many entries can count; advises on bounds and
// filters that nothing reaches or nothing misses.
[[nodiscard]] Judged judge_measure(const Measure& measure, const Place& place);

// The values that a filter lets through.
struct Interval {
  double low;
  double high;
  bool whole;
  [[nodiscard]] bool empty() const { return low > high; }
};
// Those of a number field; advises on what no entry can hold.
[[nodiscard]] Interval filter_numbers(EntryType of, const Filter& filter, const Place& place);

}  // namespace gradus::curriculum
