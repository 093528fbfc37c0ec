#include "gradus/rules/outcome.hpp"

#include "rules/truth_leaves.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

namespace gradus::rules::truth_test {

using namespace gradus::rules;
using gradus::curriculum::Requirement;

namespace {

constexpr auto pass = Truth::pass;
constexpr auto fail = Truth::fail;
constexpr auto unknown = Truth::unknown;

Truth truth_of(const Requirement& requirement) {
  return outcome_of(requirement).truth;
}

// Two values and what comes of them.
struct Row {
  Truth a, b, result;
};

std::vector<Requirement> random_trees(int depth);

Requirement random_tree(int depth) {
  const auto random_leaf = [] { return leaf(*rc::gen::elementOf(truths)); };
  if (depth == 0) return random_leaf();
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return all_of(random_trees(depth - 1));
    case 1:
      return any_of(random_trees(depth - 1));
    case 2:
      return none_of(random_tree(depth - 1));
    case 3: {
      auto parts = random_trees(depth - 1);
      const auto number = *rc::gen::inRange<std::size_t>(1, parts.size() + 1);
      return some_of(number, std::move(parts));
    }
    default:
      return random_leaf();
  }
}

std::vector<Requirement> random_trees(int depth) {
  std::vector<Requirement> trees(*rc::gen::inRange<std::size_t>(1, 5), leaf(Truth::fail));
  std::ranges::generate(trees, [&] { return random_tree(depth); });
  return trees;
}

std::vector<Requirement> each_inverse(std::vector<Requirement> parts) {
  std::ranges::transform(parts, parts.begin(), [](const auto& part) { return none_of(part); });
  return parts;
}

}  // namespace

TEST_CASE("not unknown is unknown", "[rules]") {
  CHECK(negate(pass) == fail);
  CHECK(negate(fail) == pass);
  CHECK(negate(unknown) == unknown);
  for (const auto truth : truths) CHECK(truth_of(none_of(leaf(truth))) == negate(truth));
}

TEST_CASE("all fails if any fails, else is unknown if any is", "[rules]") {
  const auto row = GENERATE(Row{fail, fail, fail}, Row{fail, unknown, fail}, Row{fail, pass, fail},
                            Row{unknown, fail, fail}, Row{unknown, unknown, unknown},
                            Row{unknown, pass, unknown}, Row{pass, fail, fail},
                            Row{pass, unknown, unknown}, Row{pass, pass, pass});
  CAPTURE(row.a, row.b);
  CHECK(truth_of(all_of({leaf(row.a), leaf(row.b)})) == row.result);
}

TEST_CASE("any passes if any passes, else is unknown if any is", "[rules]") {
  const auto row = GENERATE(Row{fail, fail, fail}, Row{fail, unknown, unknown},
                            Row{fail, pass, pass}, Row{unknown, fail, unknown},
                            Row{unknown, unknown, unknown}, Row{unknown, pass, pass},
                            Row{pass, fail, pass}, Row{pass, unknown, pass}, Row{pass, pass, pass});
  CAPTURE(row.a, row.b);
  CHECK(truth_of(any_of({leaf(row.a), leaf(row.b)})) == row.result);
}

TEST_CASE("two of three goes by counting", "[rules]") {
  struct Case {
    Truth a, b, c, result;
  };
  const auto row =
      GENERATE(Case{fail, fail, fail, fail}, Case{fail, fail, unknown, fail},
               Case{fail, fail, pass, fail}, Case{fail, unknown, unknown, unknown},
               Case{fail, unknown, pass, unknown}, Case{fail, pass, pass, pass},
               Case{unknown, unknown, unknown, unknown}, Case{unknown, unknown, pass, unknown},
               Case{unknown, pass, pass, pass}, Case{pass, pass, pass, pass});
  std::array order{row.a, row.b, row.c};
  std::ranges::sort(order);
  do {
    CAPTURE(order[0], order[1], order[2]);
    CHECK(truth_of(some_of(2, {leaf(order[0]), leaf(order[1]), leaf(order[2])})) == row.result);
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("De Morgan's laws hold in three values", "[rules]") {
  REQUIRE(rc::check("not all is any not; not any is all not", [] {
    const auto parts = random_trees(3);
    RC_ASSERT(truth_of(none_of(all_of(parts))) == truth_of(any_of(each_inverse(parts))));
    RC_ASSERT(truth_of(none_of(any_of(parts))) == truth_of(all_of(each_inverse(parts))));
  }));
}

TEST_CASE("not not is the same", "[rules]") {
  REQUIRE(rc::check("double negation", [] {
    const auto tree = random_tree(3);
    RC_ASSERT(truth_of(none_of(none_of(tree))) == truth_of(tree));
  }));
}

TEST_CASE("some runs from any to all", "[rules]") {
  REQUIRE(rc::check("some 1 is any, some n is all, more is never easier", [] {
    const auto parts = random_trees(2);
    RC_ASSERT(truth_of(some_of(1, parts)) == truth_of(any_of(parts)));
    RC_ASSERT(truth_of(some_of(parts.size(), parts)) == truth_of(all_of(parts)));
    for (std::size_t number = 1; number < parts.size(); ++number) {
      RC_ASSERT(truth_of(some_of(number, parts)) >= truth_of(some_of(number + 1, parts)));
    }
  }));
}

TEST_CASE("every part is evaluated, whatever the others say", "[rules]") {
  const FixedFacts facts;
  const std::vector parts{leaf(fail), leaf(pass), leaf(unknown), leaf(pass)};
  const auto nested =
      all_of({all_of(parts), any_of(parts), some_of(1, parts), none_of(all_of(parts))});
  const auto outcome = evaluate(nested, in_tier(), facts);
  CHECK(facts.asked == 16);
  CHECK(outcome.parts.size() == 4);
  CHECK(outcome.parts[3].parts.front().parts.size() == 4);
}

TEST_CASE("all counts the conditions that hold", "[rules]") {
  const auto outcome = outcome_of(all_of({leaf(pass), leaf(unknown), leaf(fail)}));
  CHECK(outcome.have == 1.0);
  CHECK(outcome.need == 3);
  CHECK(outcome.missing == 2.0);
  CHECK(outcome.unit == "conditions");
  const auto undecided = outcome_of(all_of({leaf(pass), leaf(unknown)}));
  CHECK(undecided.have == 1.0);
  CHECK(undecided.missing == 1.0);
}

TEST_CASE("any has one condition or none", "[rules]") {
  const auto met = outcome_of(any_of({leaf(pass), leaf(pass)}));
  CHECK(met.have == 1.0);
  CHECK(met.need == 1);
  CHECK(met.missing == 0.0);
  const auto unmet = outcome_of(any_of({leaf(fail), leaf(unknown)}));
  CHECK(unmet.have == 0.0);
  CHECK(unmet.missing == 1.0);
}

TEST_CASE("some counts the conditions that hold against those it needs", "[rules]") {
  const auto short_of = outcome_of(some_of(2, {leaf(pass), leaf(fail), leaf(fail)}));
  CHECK(short_of.have == 1.0);
  CHECK(short_of.need == 2);
  CHECK(short_of.missing == 1.0);
  const auto over = outcome_of(some_of(2, {leaf(pass), leaf(pass), leaf(pass)}));
  CHECK(over.have == 3.0);
  CHECK(over.missing == 0.0);
}

TEST_CASE("not has one condition or none, and nothing when unknown", "[rules]") {
  const auto met = outcome_of(none_of(leaf(fail)));
  CHECK(met.have == 1.0);
  CHECK(met.need == 1);
  CHECK(met.missing == 0.0);
  CHECK(met.parts.front().truth == fail);
  const auto unmet = outcome_of(none_of(leaf(pass)));
  CHECK(unmet.have == 0.0);
  CHECK(unmet.missing == 1.0);
  const auto undecided = outcome_of(none_of(leaf(unknown)));
  CHECK_FALSE(undecided.have);
  CHECK_FALSE(undecided.missing);
}

}  // namespace gradus::rules::truth_test
