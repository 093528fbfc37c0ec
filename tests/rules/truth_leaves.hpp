#pragma once

#include "gradus/curriculum/requirement.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/rules/outcome.hpp"
#include "gradus/rules/truth.hpp"

#include "support/entries.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

// Requirements whose truth is known beforehand, to try what is built of them.
namespace gradus::rules {

inline std::ostream& operator<<(std::ostream& out, Truth truth) {
  return out << name(truth);
}

// Answers 1 to what is asked of runs, 0 of problems, nothing of interviews; counts the questions.
class FixedFacts : public journal::Facts {
 public:
  [[nodiscard]] std::optional<double> answer(const journal::Question& question) const override {
    ++asked;
    if (question.query.of == curriculum::EntryType::run) return 1;
    if (question.query.of == curriculum::EntryType::problem) return 0;
    return std::nullopt;
  }

  [[nodiscard]] journal::Found find(const journal::Question&, std::size_t,
                                    const journal::Order&) const override {
    return {};
  }

  mutable std::size_t asked = 0;
};

inline curriculum::Requirement leaf(Truth truth) {
  const auto of = truth == Truth::pass   ? curriculum::EntryType::run
                  : truth == Truth::fail ? curriculum::EntryType::problem
                                         : curriculum::EntryType::mock_interview;
  return {curriculum::Measure{.query = {.of = of, .measure = curriculum::Aggregate::count},
                              .at_least = 1,
                              .at_most = std::nullopt}};
}

inline curriculum::Requirement all_of(std::vector<curriculum::Requirement> parts) {
  return {curriculum::All{std::move(parts)}};
}
inline curriculum::Requirement any_of(std::vector<curriculum::Requirement> parts) {
  return {curriculum::Any{std::move(parts)}};
}
inline curriculum::Requirement some_of(std::size_t number,
                                       std::vector<curriculum::Requirement> parts) {
  return {curriculum::Some{number, std::move(parts)}};
}
inline curriculum::Requirement none_of(curriculum::Requirement part) {
  return {curriculum::Not{{std::move(part)}}};
}

inline Context in_tier(std::string_view tier = "sql") {
  return {curriculum::TierId(std::string(tier)), curriculum::CriterionId("explain"),
          testing::day("2026-06-30")};
}

inline Outcome outcome_of(const curriculum::Requirement& requirement) {
  return evaluate(requirement, in_tier(), FixedFacts());
}

}  // namespace gradus::rules
