#pragma once

#include "gradus/rules/truth.hpp"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gradus::rules {

// Conditions on facts that go by a name, in the same three values as requirements on the journal.
// The written form is in docs/decisions-format.md.

using Words = std::vector<std::string>;
using FactValue = std::variant<bool, double, std::string, Words>;
// What is known by a name; nullopt: unknown.
using NamedFacts = std::function<std::optional<FactValue>(const std::string& name)>;

struct IsOneOf {
  std::vector<FactValue> values;  // at least one
};
// A number within bounds; lt and gt are exclusive.
struct Within {
  std::optional<double> lt{}, le{}, gt{}, ge{};
};
struct Has {
  std::string word;  // is among several words
};
struct Only {
  Words words;  // are exactly the several words, in any order
};
struct IsNot {
  FactValue value;
};
using Test = std::variant<IsOneOf, Within, Has, Only, IsNot>;

struct Condition;
struct OnFact {
  std::string name;
  std::vector<Test> tests;  // all must be met
};
struct AllOf {
  std::vector<Condition> parts;  // none: met
};
struct AnyOf {
  std::vector<Condition> parts;  // none: not met
};
struct Condition {
  std::variant<OnFact, AllOf, AnyOf> form;
};

// all: fail if any part fails, else unknown if any is; any: pass if any passes, else unknown if any
// is. A test of something unknown is unknown; one of a value of another kind fails.
[[nodiscard]] Truth evaluate(const Condition& condition, const NamedFacts& facts);

// The names in the condition, in its order, each as often as it stands there.
[[nodiscard]] std::vector<std::string> names_in(const Condition& condition);
// Those of them that are unknown.
[[nodiscard]] std::vector<std::string> unknown_names(const Condition& condition,
                                                     const NamedFacts& facts);

}  // namespace gradus::rules
