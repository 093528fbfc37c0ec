#pragma once

#include "gradus/decisions/table.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::decisions {

// What a table puts out, in its order; nullopt: nothing, such as no candidate.
using Result = std::vector<std::pair<std::string, std::optional<Value>>>;

// A row that was tried, or a filter.
struct Step {
  std::string id;
  rules::Truth met;
  std::vector<std::pair<std::string, std::optional<Value>>> saw;  // what it looked at
  Words left{};  // of a filter: the candidates it kept
  std::string why;
};

// The answer of a table for one case, or for one record of it.
struct Decision {
  bool decided = false;  // else an answer to `ask` is needed, or no row is for the case
  Result result{};       // what the deciding row gives; of findings, always complete
  // The row that decided, `otherwise`, or the findings: the rows that are met or unknown. Those
  // that are unknown count against `pass` too, and are in `open`; with nothing else, it is
  // undecided.
  Words by{};
  Words open{};
  std::string why{};  // of the deciding row
  std::vector<Step> steps{};
  Words ask{};                     // the inputs needed next, never computed values
  std::optional<Record> record{};  // of `best`: the one it is about
};

// One decision for each record of a `for_each` table, in their order.
struct RecordDecision {
  Record record;
  Decision decision;
};

// Whether a sheet holds: its table's first output is yes, and nothing of it is unknown.
[[nodiscard]] bool passes(const Decision& decision);
[[nodiscard]] bool passes(const std::vector<RecordDecision>& each);  // all, and at least one

// Decides a table that is for one case. A `first` table stops at the first row that is met, or that
// is unknown: then its first unknown input is what to ask. What `all` needs is everything unknown.
[[nodiscard]] Decision decide(const Table& table, const Values& given);

// Decides a `for_each` table for each of the records in `given`; none where they aren't given.
[[nodiscard]] std::vector<RecordDecision> decide_each(const Table& table, const Values& given);

// Of a table with `best`: the decision on the record with the most of that number, the first on a
// tie; undecided without records.
[[nodiscard]] Decision decide_best(const Table& table, const Values& given);

}  // namespace gradus::decisions
