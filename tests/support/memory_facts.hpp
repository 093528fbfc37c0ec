#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/journal/facts.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gradus::testing {

// Answers from a list of entries in the order they were recorded: what the store's SQL must answer.
class MemoryFacts : public journal::Facts {
 public:
  using Matches = std::vector<const journal::Entry*>;  // oldest first

  explicit MemoryFacts(std::vector<journal::Entry> entries);

  [[nodiscard]] std::optional<double> answer(const journal::Question& question) const override;
  [[nodiscard]] journal::Found find(const journal::Question& question, std::size_t most,
                                    const journal::Order& order = {}) const override;

 private:
  [[nodiscard]] Matches matching(const journal::Question& question) const;

  std::vector<journal::Entry> entries_;
};

}  // namespace gradus::testing
