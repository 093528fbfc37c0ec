#pragma once

#include "gradus/decisions/decide.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::decisions {

// What somebody typed for an input: a number ("9", "20%" in a range up to 1), yes or no, an option
// in any case or by its number in the list, several of them with commas between; for a list numbers
// with commas between, or JSON. Throws Error that names the input and what it takes.
[[nodiscard]] Value read_answer(const Input& input, std::string_view text);

// What an input takes, in words: "yes or no", "a number from 1 to 5,000 (MB)", "one of a, b".
[[nodiscard]] std::string takes(const Input& input);

// A value as read_answer reads it: "5000", "yes", "spark, trino".
[[nodiscard]] std::string as_typed(const Value& value);
// A value as people read it: "12", "yes", "spark, trino", "3 records".
[[nodiscard]] std::string in_words(const Value& value);
[[nodiscard]] std::string in_words(const std::optional<Value>& value);  // "unknown" if it is

// What a case was, as people read it: "rows = 5,000, indexed = yes".
[[nodiscard]] std::string given_in_words(const Values& given);
// What a table makes of it: "iceberg"; of several outputs "pass = no, budget_days = 0.15".
[[nodiscard]] std::string result_in_words(const Decision& decision);
// The same for each record, the first of them by name: "sales: yes; returns: no; and 9 more".
inline constexpr std::size_t most_records_in_words = 20;
[[nodiscard]] std::string results_in_words(const std::vector<RecordDecision>& each);

// One answer that would have been enough to change the result.
struct Change {
  std::string input;
  Value value;  // it would have had
  Result result;
};
// For each input the nearest other answer that changes the first output, if one does; numbers are
// tried at the thresholds of the rows. Empty unless the table decides.
[[nodiscard]] std::vector<Change> what_would_change(const Table& table, const Values& given);
// The nearest other answer to one of the inputs that makes the first output this one; nullopt if
// no single one does.
[[nodiscard]] std::optional<Change> what_would_give(const Table& table, const Values& given,
                                                    const std::optional<Value>& wanted);

}  // namespace gradus::decisions
