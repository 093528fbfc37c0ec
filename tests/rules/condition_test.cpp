#include "gradus/rules/condition.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace gradus::rules::condition_test {
namespace {

using Known = std::map<std::string, FactValue>;

NamedFacts facts(const Known& known) {
  return [&known](const std::string& name) -> std::optional<FactValue> {
    const auto found = known.find(name);
    return found == known.end() ? std::nullopt : std::optional(found->second);
  };
}

Condition on(const std::string& name, Test test) {
  return {OnFact{name, {std::move(test)}}};
}
Condition is(const std::string& name, const std::string& word) {
  return on(name, IsOneOf{{FactValue{word}}});
}

}  // namespace

TEST_CASE("a number lies within bounds, those of lt and gt left out") {
  const Known known{{"rows", 10.0}};
  CHECK(evaluate(on("rows", Within{.ge = 10}), facts(known)) == Truth::pass);
  CHECK(evaluate(on("rows", Within{.le = 10}), facts(known)) == Truth::pass);
  CHECK(evaluate(on("rows", Within{.gt = 10}), facts(known)) == Truth::fail);
  CHECK(evaluate(on("rows", Within{.lt = 10}), facts(known)) == Truth::fail);
  CHECK(evaluate(on("rows", Within{.lt = 12, .ge = 9}), facts(known)) == Truth::pass);
}

TEST_CASE("words are one of several, among several, or exactly several") {
  const Known known{{"plant", std::string("fern")}, {"engines", Words{"trino", "spark"}}};
  CHECK(evaluate(is("plant", "fern"), facts(known)) == Truth::pass);
  CHECK(evaluate(is("plant", "herb"), facts(known)) == Truth::fail);
  CHECK(evaluate(on("plant", IsNot{FactValue{std::string("herb")}}), facts(known)) == Truth::pass);
  CHECK(evaluate(on("plant", IsNot{FactValue{std::string("fern")}}), facts(known)) == Truth::fail);
  CHECK(evaluate(on("engines", Has{"spark"}), facts(known)) == Truth::pass);
  CHECK(evaluate(on("engines", Has{"flink"}), facts(known)) == Truth::fail);
  CHECK(evaluate(on("engines", Only{{"spark", "trino"}}), facts(known)) == Truth::pass);
  CHECK(evaluate(on("engines", Only{{"spark"}}), facts(known)) == Truth::fail);
}

TEST_CASE("a test of what isn't known is unknown, whatever it is") {
  const Known known{};
  CHECK(evaluate(is("plant", "fern"), facts(known)) == Truth::unknown);
  CHECK(evaluate(on("plant", IsNot{FactValue{true}}), facts(known)) == Truth::unknown);
}

TEST_CASE("all fails by one part, any passes by one, and what is unknown comes after that") {
  const Known known{{"yes", true}};
  const auto pass = on("yes", IsOneOf{{FactValue{true}}});
  const auto fail = on("yes", IsOneOf{{FactValue{false}}});
  const auto unknown = is("plant", "fern");
  CHECK(evaluate({AllOf{{pass, unknown}}}, facts(known)) == Truth::unknown);
  CHECK(evaluate({AllOf{{unknown, fail}}}, facts(known)) == Truth::fail);
  CHECK(evaluate({AllOf{{pass, pass}}}, facts(known)) == Truth::pass);
  CHECK(evaluate({AnyOf{{fail, unknown}}}, facts(known)) == Truth::unknown);
  CHECK(evaluate({AnyOf{{unknown, pass}}}, facts(known)) == Truth::pass);
  CHECK(evaluate({AnyOf{{fail, fail}}}, facts(known)) == Truth::fail);
  CHECK(evaluate({AllOf{}}, facts(known)) == Truth::pass);
}

TEST_CASE("the unknown names of a condition come in its order") {
  const Known known{{"b", true}};
  const Condition condition{
      AllOf{{is("c", "x"), {AnyOf{{is("b", "x"), is("a", "x")}}}, is("c", "y")}}};
  CHECK(names_in(condition) == Words{"c", "b", "a", "c"});
  CHECK(unknown_names(condition, facts(known)) == Words{"c", "a", "c"});
}

}  // namespace gradus::rules::condition_test
