#include "support/naive_evaluator.hpp"

#include "gradus/rules/outcome.hpp"
#include "gradus/store/entries.hpp"

#include "store/store_fixture.hpp"
#include "support/random_journal.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gradus::rules::naive_evaluator_test {
namespace {

using namespace gradus::testing;
using namespace gradus::testing::random;
using namespace gradus::curriculum;

Truth truth_of(std::optional<bool> passes) {
  if (!passes) return Truth::unknown;
  return *passes ? Truth::pass : Truth::fail;
}

// Rounding aside.
bool may_be(const std::optional<double>& value, const std::vector<double>& values) {
  if (!value) return values.empty();
  return std::ranges::any_of(values, [&](double each) { return std::abs(each - *value) < 1e-6; });
}

std::string described(const Filter& filter) {
  std::string text{" where " + std::string{filter.field.name}};
  const auto show = [&](const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) text += *flag ? " true" : " false";
    if (const auto* number = std::get_if<double>(&value)) text += fmt::format(" {}", *number);
    if (const auto* word = std::get_if<std::string>(&value)) text += " " + *word;
  };
  if (const auto* values = std::get_if<OneOf>(&filter.test))
    for (const auto& each : values->values) show(each);
  if (const auto* bounds = std::get_if<Between>(&filter.test)) {
    const auto bound = [&](const char* name, const std::optional<Value>& value) {
      if (!value) return;
      text += std::string(" ") + name;
      show(*value);
    };
    bound("lt", bounds->lt);
    bound("le", bounds->le);
    bound("gt", bounds->gt);
    bound("ge", bounds->ge);
  }
  return text;
}

std::string described(const Measure& measure) {
  const auto& query = measure.query;
  std::string text = fmt::format("{} of {}", name(query.measure), plural(query.of));
  if (query.field) text += fmt::format(" field {}", query.field->name);
  if (query.per) text += fmt::format(" per {}", query.per->name);
  if (query.last) text += fmt::format(" last {}", *query.last);
  if (query.within) text += fmt::format(" within {}", query.within->count());
  if (query.tiers) text += " tiers";
  if (query.tiers)
    for (const auto& tier : *query.tiers) text += ' ' + tier.text();
  if (query.repeats) text += " repeats";
  for (const auto& filter : query.where) text += described(filter);
  if (measure.at_least) text += fmt::format(" at least {}", *measure.at_least);
  if (measure.at_most) text += fmt::format(" at most {}", *measure.at_most);
  return text;
}

// Where the two disagree, in words; empty if they don't.
std::string disagreement(const Requirement& requirement, const Outcome& program,
                         const naive::Outcome& reference) {
  const auto parts = parts_of(requirement);
  if (program.parts.size() != parts.size() || reference.parts.size() != parts.size())
    return "not every part was evaluated";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto inside = disagreement(parts[i], program.parts[i], reference.parts[i]);
    if (!inside.empty()) return inside;
  }
  const auto* measure = std::get_if<Measure>(&requirement.form);
  const auto expected = truth_of(reference.passes);
  const bool same_value = measure == nullptr || may_be(program.have, reference.values);
  if (program.truth == expected && same_value) return {};
  return fmt::format("{}: {} ({}), but by the reference {} ({})",
                     measure == nullptr ? "a form" : described(*measure), name(program.truth),
                     program.have.value_or(-1), name(expected),
                     fmt::join(reference.values, " or "));
}

// How often each answer of a measure was seen, and how many of them had groups, repeats, ….
struct Seen {
  std::map<std::optional<bool>, int> answers{};
  std::map<std::string, int> features{};

  void add(const Requirement& requirement, const naive::Outcome& outcome) {
    const auto parts = parts_of(requirement);
    for (std::size_t i = 0; i < parts.size(); ++i) add(parts[i], outcome.parts[i]);
    const auto* measure = std::get_if<Measure>(&requirement.form);
    if (measure == nullptr) return;
    ++answers[outcome.passes];
    if (outcome.values.empty() || outcome.values.front() == 0) return;
    const auto& query = measure->query;
    if (query.per) ++features["per"];
    if (query.per && measure->at_least && measure->at_most) ++features["per between bounds"];
    if (query.last) ++features["last"];
    if (query.within) ++features["within"];
    if (query.tiers) ++features["tiers"];
    if (query.repeats) ++features["repeats"];
    if (!query.where.empty()) ++features["where"];
    if (query.field) ++features["field"];
  }
};

std::vector<journal::Entry> some_entries(EntryType type) {
  std::vector<journal::Entry> entries;
  for (int i = number(0, 15); i > 0; --i)
    entries.push_back(some_entry(number(0, 4) == 0 ? *rc::gen::elementOf(entry_types) : type));
  return entries;
}

}  // namespace

TEST_CASE("criteria come to what a naive evaluator makes of them", "[rules]") {
  const Folder folder;
  const auto file = new_store(folder);
  Seen seen;
  REQUIRE(rc::check("5,000 random criteria", [&] {
    // Problems have rules of their own.
    const auto type = number(0, 3) == 0 ? EntryType::problem : *rc::gen::elementOf(entry_types);
    auto store = store::Store::write(file);  // and never committed
    const auto track = active(store);
    const auto entries = some_entries(type);
    for (const auto& entry : entries) store::add_entry(store, track, entry);
    const store::StoredFacts facts(store, track);
    for (int i = 0; i < 50; ++i) {
      const auto requirement = some_requirement(type, 2);
      std::optional<TierId> tier;
      if (number(0, 3) != 0) tier = TierId("sql");
      const CriterionId criterion(word());
      const auto today = day("2026-12-29") + calendar::Days{number(0, 9)};
      const auto program = evaluate(requirement, {tier, criterion, today}, facts);
      const auto reference = naive::evaluate(requirement, {tier, criterion, today}, entries);
      const auto difference = disagreement(requirement, program, reference);
      if (!difference.empty()) {
        RC_LOG() << difference << "\ntoday " << today.iso() << (tier ? ", in sql\n" : "\n");
        for (const auto& entry : entries) RC_LOG() << testing::described(entry) << '\n';
      }
      RC_ASSERT(difference.empty());
      seen.add(requirement, reference);
    }
  }));
  // They were not all about nothing.
  CHECK(seen.answers[true] > 500);
  CHECK(seen.answers[false] > 500);
  CHECK(seen.answers[std::nullopt] > 100);
  for (const auto& [feature, times] : seen.features) {
    INFO(feature);
    CHECK(times > 50);
  }
  CHECK(seen.features.size() == 8);
}

}  // namespace gradus::rules::naive_evaluator_test
