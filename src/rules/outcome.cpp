#include "gradus/rules/outcome.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <variant>

namespace gradus::rules {
namespace {

using curriculum::Aggregate;
using curriculum::EntryType;
using curriculum::Query;

// Scores and money are decimals kept in binary: the mean of 0.7, 0.8 and 0.9 must reach 0.8.
constexpr double tolerance = 1e-9;

std::size_t count_of(const std::vector<Outcome>& parts, Truth truth) {
  return static_cast<std::size_t>(std::ranges::count(parts, truth, &Outcome::truth));
}

// Of so many conditions at least `need` must pass; have counts those that do, up to `most`.
Outcome counted(std::vector<Outcome> parts, std::size_t need, std::size_t most) {
  const auto passing = count_of(parts, Truth::pass);
  const auto possible = passing + count_of(parts, Truth::unknown);
  const auto undecided = possible < need ? Truth::fail : Truth::unknown;
  return {.truth = passing >= need ? Truth::pass : undecided,
          .have = static_cast<double>(std::min(passing, most)),
          .need = static_cast<double>(need),
          .missing = static_cast<double>(need - std::min(passing, need)),
          .unit = "conditions",
          .parts = std::move(parts)};
}

// For something that is either there or not, however often.
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

// How far the value lies outside the bounds; 0 when it lies within.
double distance(double value, const curriculum::Measure& measure) {
  const double below = measure.at_least ? *measure.at_least - value : 0;
  const double above = measure.at_most ? value - *measure.at_most : 0;
  const double outside = std::max(below, above);
  return outside > tolerance ? outside : 0;
}

// The first day of the last `within` days; nothing when they reach back past the calendar.
std::optional<calendar::Date> first_day(calendar::Date today,
                                        std::optional<std::chrono::days> within) {
  if (!within || *within > today - calendar::Date::first()) return std::nullopt;
  return today - *within;
}

Query count_where(EntryType of, std::vector<curriculum::Filter> where) {
  return {.of = of, .measure = Aggregate::count, .where = std::move(where)};
}

curriculum::Filter equals(EntryType of, std::string_view field, curriculum::Value value) {
  return {.field = curriculum::find_field(of, field).value(),
          .test = curriculum::OneOf{{std::move(value)}}};
}

// Evaluates one node of the tree; evaluate() goes down into its parts.
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

  [[nodiscard]] bool any_entry(const Query& query,
                               std::optional<std::vector<curriculum::TierId>> tiers) const {
    const journal::Question question{query, std::move(tiers), std::nullopt, context.until};
    return facts.answer(question).value_or(0) >= 1;
  }

  [[nodiscard]] std::optional<std::vector<curriculum::TierId>> own_tier() const {
    if (!context.tier) return std::nullopt;
    return std::vector{*context.tier};
  }

  [[nodiscard]] std::optional<std::vector<curriculum::TierId>> tiers_of(const Query& query) const {
    if (!query.tiers) return own_tier();
    if (query.tiers->empty()) return std::nullopt;
    return query.tiers;
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

  Outcome operator()(const curriculum::Attested&) const {
    const auto query =
        count_where(EntryType::attestation,
                    {equals(EntryType::attestation, "criterion", context.criterion.text()),
                     equals(EntryType::attestation, "placement", false)});
    return there_or_not(any_entry(query, own_tier()), "signatures");
  }

  Outcome operator()(const curriculum::Delivered& delivered) const {
    std::vector where{equals(EntryType::artefact, "artefact", delivered.artefact.text())};
    if (delivered.verified) where.push_back(equals(EntryType::artefact, "verified", true));
    const auto query = count_where(EntryType::artefact, std::move(where));
    return there_or_not(any_entry(query, std::nullopt), "artefacts");
  }

  Outcome operator()(const curriculum::Measure& measure) const {
    auto query = measure.query;
    if (query.of == EntryType::attestation)  // a signature for placement passes nothing
      query.where.push_back(equals(EntryType::attestation, "placement", false));
    const journal::Question question{query, tiers_of(query), first_day(context.today, query.within),
                                     context.until};
    const auto value = facts.answer(question);
    Outcome outcome{.truth = Truth::unknown,
                    .have = value,
                    .need = measure.at_least ? *measure.at_least : measure.at_most.value_or(0),
                    .missing = std::nullopt,
                    .unit = unit_of(query),
                    .parts = {}};
    if (value) {
      outcome.missing = distance(*value, measure);
      outcome.truth = *outcome.missing == 0 ? Truth::pass : Truth::fail;
    }
    return outcome;
  }
};

}  // namespace

Truth negate(Truth truth) {
  switch (truth) {
    case Truth::fail:
      return Truth::pass;
    case Truth::pass:
      return Truth::fail;
    case Truth::unknown:
      break;
  }
  return Truth::unknown;
}

bool signed_for_placement(const curriculum::TierId& tier, const curriculum::CriterionId& criterion,
                          const journal::Facts& facts) {
  const auto query = count_where(EntryType::attestation,
                                 {equals(EntryType::attestation, "criterion", criterion.text()),
                                  equals(EntryType::attestation, "placement", true)});
  const journal::Question question{query, std::vector{tier}, std::nullopt};
  return facts.answer(question).value_or(0) >= 1;
}

Outcome evaluate(const curriculum::Requirement& requirement, const Context& context,
                 const journal::Facts& facts) {
  return std::visit(Evaluator{context, facts}, requirement.form);
}

}  // namespace gradus::rules
