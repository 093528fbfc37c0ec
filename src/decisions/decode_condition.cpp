#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

using rules::Condition;
using rules::FactValue;
using rules::Test;

// What a condition compares an input with: a number without its range, and one option of several.
std::optional<FactValue> read_compared(const text::Cursor& from, const Input& input) {
  Input plain = input;
  plain.range = std::nullopt;
  if (plain.kind == InputKind::some) plain.kind = InputKind::one;
  if (plain.kind == InputKind::list) {
    from.error(fmt::format("\"{}\" is a list, and no condition compares lists", input.id),
               "compare a value computed from it, such as its size or mean");
    return std::nullopt;
  }
  const auto value = read_value(from, plain);
  if (!value) return std::nullopt;
  if (const auto* flag = std::get_if<bool>(&*value)) return *flag;
  if (const auto* number = std::get_if<double>(&*value)) return *number;
  if (const auto* word = std::get_if<std::string>(&*value)) return *word;
  return std::nullopt;
}

std::optional<double> read_bound(const text::Cursor& from, const Input& input) {
  if (!from.present()) return std::nullopt;
  if (input.kind != InputKind::number)
    from.error(fmt::format("\"{}\" is no number", input.id), "give it a value, or a list of them");
  return from.expect(text::Node::Kind::number) ? std::optional(from.node().number()) : std::nullopt;
}

bool can_match(const rules::Within& within) {
  const auto below = [](const auto& low, const auto& high, bool equal) {
    return !low || !high || *low < *high || (equal && *low == *high);
  };
  return below(within.gt, within.lt, false) && below(within.gt, within.le, false) &&
         below(within.ge, within.lt, false) && below(within.ge, within.le, true);
}

Words read_words(const text::Cursor& from, const Input& input) {
  if (input.kind != InputKind::some) {
    from.error(fmt::format("\"{}\" is no choice of several options", input.id),
               "has and only compare an input of kind some");
    return {};
  }
  Words words;
  for (auto& value : text::some_of(from, [&](const auto& item) {
         return read_compared(item, input).value_or(FactValue{std::string()});
       }))
    if (auto* word = std::get_if<std::string>(&value)) words.push_back(std::move(*word));
  return words;
}

std::vector<Test> read_tests(const text::Cursor& from, const Input& input) {
  std::vector<Test> tests;
  text::Object object{from};
  const rules::Within within{.lt = read_bound(object.optional("lt"), input),
                             .le = read_bound(object.optional("le"), input),
                             .gt = read_bound(object.optional("gt"), input),
                             .ge = read_bound(object.optional("ge"), input)};
  if (within.lt || within.le || within.gt || within.ge) tests.emplace_back(within);
  if (!can_match(within))
    from.error("the bounds contradict each other: nothing can match",
               "\"ge\" and \"gt\" take the lower bound, \"le\" and \"lt\" the upper one");
  if (const auto has = object.optional("has"); has.present()) {
    if (input.kind != InputKind::some)
      has.error(fmt::format("\"{}\" is no choice of several options", input.id),
                "has and only compare an input of kind some");
    else if (const auto word = read_compared(has, input))
      tests.emplace_back(rules::Has{std::get<std::string>(*word)});
  }
  if (const auto only = object.optional("only"); only.present())
    tests.emplace_back(rules::Only{read_words(only, input)});
  if (const auto other = object.optional("not"); other.present())
    if (auto value = read_compared(other, input)) tests.emplace_back(rules::IsNot{*value});
  object.no_other_keys();
  if (from.node().members().empty())
    from.error("compares with nothing", R"(write {"lt": 8} for below 8, or a value alone)");
  return tests;
}

std::vector<Test> read_comparison(const text::Cursor& from, const Input& input) {
  if (from.is(text::Node::Kind::object)) return read_tests(from, input);
  rules::IsOneOf one;
  const auto add = [&](const text::Cursor& item) {
    if (auto value = read_compared(item, input)) one.values.push_back(std::move(*value));
    return 0;
  };
  if (from.is(text::Node::Kind::list))
    static_cast<void>(text::some_of(from, add));
  else
    add(from);
  return {one};
}

std::vector<Condition> read_parts(const text::Cursor& from, const Scope& scope) {
  return text::some_of(from, [&](const auto& part) { return read_condition(part, scope); });
}

}  // namespace

Condition read_condition(const text::Cursor& from, const Scope& scope) {
  rules::AllOf all;
  text::each_member(from, [&](const std::string& key, const text::Cursor& place) {
    if (key == "any") {
      all.parts.push_back({rules::AnyOf{read_parts(place, scope)}});
    } else if (key == "all") {
      all.parts.push_back({rules::AllOf{read_parts(place, scope)}});
    } else if (const auto* input = scope.find(place, key)) {
      all.parts.push_back({rules::OnFact{key, read_comparison(place, *input)}});
    }
  });
  return {std::move(all)};
}

}  // namespace gradus::decisions
