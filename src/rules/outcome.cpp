#include "gradus/rules/outcome.hpp"

#include "rules/leaf.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace gradus::rules {
namespace {

using curriculum::Aggregate;
using curriculum::Query;

// Scores and money are decimals stored in binary: the mean of 0.7, 0.8 and 0.9 must reach 0.8.
constexpr double tolerance = 1e-9;

std::size_t count_of(const std::vector<Outcome>& parts, Truth truth) {
  return static_cast<std::size_t>(std::ranges::count(parts, truth, &Outcome::truth));
}

// At least `need` of the conditions must pass; `have` counts those that do, up to `most`.
Outcome counted(std::vector<Outcome> parts, std::size_t need, std::size_t most) {
  const auto passing = count_of(parts, Truth::pass);
  const auto possible = passing + count_of(parts, Truth::unknown);
  return {.truth = at_least(need, passing, possible),
          .have = static_cast<double>(std::min(passing, most)),
          .need = static_cast<double>(need),
          .missing = static_cast<double>(need - std::min(passing, need)),
          .unit = "conditions",
          .parts = std::move(parts)};
}

// For something that is either present or not, however often.
Outcome there_or_not(bool there, std::string unit) {
  return {.truth = there ? Truth::pass : Truth::fail,
          .have = there ? 1 : 0,
          .need = 1,
          .missing = there ? 0 : 1,
          .unit = std::move(unit),
          .parts = {}};
}

std::string unit_of(const Query& query) {
  switch (query.measure) {
    case Aggregate::count: {
      std::string words(curriculum::plural(query.of));
      std::ranges::replace(words, '_', ' ');
      return words;
    }
    case Aggregate::minutes:
      return "minutes";
    case Aggregate::usd:
      return "usd";
    case Aggregate::days:
    case Aggregate::streak:
      return "days";
    case Aggregate::min:
    case Aggregate::max:
    case Aggregate::mean:
    case Aggregate::latest:
      break;
  }
  return query.field ? std::string(query.field->name) : std::string();
}

// How far the value is outside the bounds; 0 when it is within.
double distance(double value, const curriculum::Measure& measure) {
  const double below = measure.at_least ? *measure.at_least - value : 0;
  const double above = measure.at_most ? value - *measure.at_most : 0;
  const double outside = std::max(below, above);
  return outside > tolerance ? outside : 0;
}

// Evaluates one node of the tree; evaluate() descends into its parts.
struct Evaluator {
  const Context& context;
  const journal::Facts& facts;

  [[nodiscard]] std::vector<Outcome> each(
      const std::vector<curriculum::Requirement>& requirements) const {
    std::vector<Outcome> outcomes;
    outcomes.reserve(requirements.size());
    for (const auto& part : requirements) outcomes.push_back(evaluate(part, context, facts));
    return outcomes;
  }

  [[nodiscard]] bool any_entry(const LeafQuestion& leaf) const {
    return facts.answer(leaf.question()).value_or(0) >= 1;
  }

  Outcome operator()(const curriculum::All& all) const {
    const auto number = all.parts.size();
    return counted(each(all.parts), number, number);
  }
  Outcome operator()(const curriculum::Any& any) const { return counted(each(any.parts), 1, 1); }
  Outcome operator()(const curriculum::Some& some) const {
    return counted(each(some.of_these), some.at_least, some.of_these.size());
  }

  Outcome operator()(const curriculum::Not& inverse) const {
    auto parts = each(inverse.part);
    const auto truth = negate(parts.front().truth);
    auto outcome = there_or_not(truth == Truth::pass, "conditions");
    outcome.truth = truth;
    if (truth == Truth::unknown) outcome.have = outcome.missing = std::nullopt;
    outcome.parts = std::move(parts);
    return outcome;
  }

  Outcome operator()(const curriculum::Attested& attested) const {
    return there_or_not(any_entry(leaf_question(attested, context)), "signatures");
  }

  Outcome operator()(const curriculum::Delivered& delivered) const {
    return there_or_not(any_entry(leaf_question(delivered, context)), "artefacts");
  }

  Outcome operator()(const curriculum::Measure& measure) const {
    const auto value = facts.answer(leaf_question(measure, context).question());
    Outcome outcome{.truth = Truth::unknown,
                    .have = value,
                    .need = measure.at_least ? *measure.at_least : measure.at_most.value_or(0),
                    .missing = std::nullopt,
                    .unit = unit_of(measure.query),
                    .parts = {}};
    if (value) {
      outcome.missing = distance(*value, measure);
      outcome.truth = *outcome.missing == 0 ? Truth::pass : Truth::fail;
    }
    return outcome;
  }
};

}  // namespace

bool signed_for_placement(const curriculum::TierId& tier, const curriculum::CriterionId& criterion,
                          const journal::Facts& facts) {
  // The date of the signature doesn't matter.
  const Context context{tier, criterion, calendar::Date::first()};
  return facts.answer(signature(context, true).question()).value_or(0) >= 1;
}

Outcome evaluate(const curriculum::Requirement& requirement, const Context& context,
                 const journal::Facts& facts) {
  return std::visit(Evaluator{context, facts}, requirement.form);
}

}  // namespace gradus::rules
