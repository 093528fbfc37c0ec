#include "decisions/condition_words.hpp"

#include "gradus/decisions/answer.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <vector>

namespace gradus::decisions {
namespace {

std::string fact_in_words(const rules::FactValue& value) {
  return std::visit([](const auto& each) { return in_words(Value(each)); }, value);
}

std::string joined_by(const std::vector<std::string>& parts, std::string_view word) {
  return fmt::to_string(fmt::join(parts, fmt::format(" {} ", word)));
}

struct TestInWords {
  std::string operator()(const rules::IsOneOf& test) const {
    std::vector<std::string> values;
    values.reserve(test.values.size());
    for (const auto& value : test.values) values.push_back(fact_in_words(value));
    return joined_by(values, "or");
  }
  std::string operator()(const rules::Within& test) const {
    std::vector<std::string> bounds;
    const auto add = [&](std::string_view words, const std::optional<double>& bound) {
      if (bound) bounds.push_back(fmt::format("{} {}", words, in_words(Value(*bound))));
    };
    add("over", test.gt);
    add("at least", test.ge);
    add("under", test.lt);
    add("at most", test.le);
    return joined_by(bounds, "and");
  }
  std::string operator()(const rules::Has& test) const { return "with " + test.word; }
  std::string operator()(const rules::Only& test) const {
    return "nothing but " + joined_by(test.words, "and");
  }
  std::string operator()(const rules::IsNot& test) const {
    return "not " + fact_in_words(test.value);
  }
};

struct ConditionInWords {
  std::string operator()(const rules::OnFact& on) const {
    std::vector<std::string> tests;
    tests.reserve(on.tests.size());
    for (const auto& test : on.tests) tests.push_back(std::visit(TestInWords{}, test));
    return fmt::format("{} {}", on.name, joined_by(tests, "and"));
  }
  std::string operator()(const rules::AllOf& all) const {
    return joined_by(each(all.parts), "and");
  }
  std::string operator()(const rules::AnyOf& any) const {
    const auto parts = each(any.parts);
    return parts.size() > 1 ? "(" + joined_by(parts, "or") + ")" : joined_by(parts, "or");
  }
  static std::vector<std::string> each(const std::vector<rules::Condition>& parts) {
    std::vector<std::string> words;
    words.reserve(parts.size());
    for (const auto& part : parts) words.push_back(in_words(part));
    return words;
  }
};

}  // namespace

std::string in_words(const rules::Condition& condition) {
  return std::visit(ConditionInWords{}, condition.form);
}

}  // namespace gradus::decisions
