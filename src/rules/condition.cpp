#include "gradus/rules/condition.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace gradus::rules {
namespace {

// Whether a known value meets a test.
struct Meets {
  const FactValue& have;

  bool operator()(const IsOneOf& test) const {
    return std::ranges::find(test.values, have) != test.values.end();
  }
  bool operator()(const Within& test) const {
    const auto* number = std::get_if<double>(&have);
    return number && (!test.lt || *number < *test.lt) && (!test.le || *number <= *test.le) &&
           (!test.gt || *number > *test.gt) && (!test.ge || *number >= *test.ge);
  }
  bool operator()(const Has& test) const {
    const auto* words = std::get_if<Words>(&have);
    return words && std::ranges::find(*words, test.word) != words->end();
  }
  bool operator()(const Only& test) const {
    const auto* words = std::get_if<Words>(&have);
    return words && std::set<std::string>(words->begin(), words->end()) ==
                        std::set<std::string>(test.words.begin(), test.words.end());
  }
  bool operator()(const IsNot& test) const { return have != test.value; }
};

// The truth of all parts together: one that is `decisive` decides; else what is unknown does.
Truth together(const std::vector<Condition>& parts, Truth decisive, const NamedFacts& facts) {
  auto truth = negate(decisive);
  for (const auto& part : parts) {
    const auto each = evaluate(part, facts);
    if (each == decisive) return decisive;
    if (each == Truth::unknown) truth = Truth::unknown;
  }
  return truth;
}

struct Evaluate {
  const NamedFacts& facts;

  Truth operator()(const OnFact& on) const {
    const auto have = facts(on.name);
    if (!have) return Truth::unknown;
    const bool met = std::ranges::all_of(
        on.tests, [&](const Test& test) { return std::visit(Meets{*have}, test); });
    return met ? Truth::pass : Truth::fail;
  }
  Truth operator()(const AllOf& all) const { return together(all.parts, Truth::fail, facts); }
  Truth operator()(const AnyOf& any) const { return together(any.parts, Truth::pass, facts); }
};

struct CollectNames {
  std::vector<std::string>& names;

  void operator()(const OnFact& on) const { names.push_back(on.name); }
  void operator()(const AllOf& all) const { each(all.parts); }
  void operator()(const AnyOf& any) const { each(any.parts); }
  void each(const std::vector<Condition>& parts) const {
    for (const auto& part : parts) std::visit(*this, part.form);
  }
};

}  // namespace

Truth evaluate(const Condition& condition, const NamedFacts& facts) {
  return std::visit(Evaluate{facts}, condition.form);
}

std::vector<std::string> names_in(const Condition& condition) {
  std::vector<std::string> names;
  std::visit(CollectNames{names}, condition.form);
  return names;
}

std::vector<std::string> unknown_names(const Condition& condition, const NamedFacts& facts) {
  auto names = names_in(condition);
  std::erase_if(names, [&](const std::string& name) { return facts(name).has_value(); });
  return names;
}

}  // namespace gradus::rules
