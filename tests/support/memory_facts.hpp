#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/facts.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace gradus::testing {

// Answers from a list of entries in the order they were recorded: what the store's SQL must answer.
class MemoryFacts : public journal::Facts {
 public:
  explicit MemoryFacts(std::vector<journal::Entry> entries);

  [[nodiscard]] std::optional<double> answer(const journal::Question& question) const override;

 private:
  std::vector<journal::Entry> entries_;
};

// What a criterion sees in a field: minutes, seconds and dollars as numbers, a day as ISO text.
// Nothing when the entry has no such field, or it is not set.
[[nodiscard]] std::optional<curriculum::Value> value_of(const journal::Entry& entry,
                                                        std::string_view field);

}  // namespace gradus::testing
