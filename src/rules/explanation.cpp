#include "gradus/rules/explanation.hpp"

#include "rules/leaf.hpp"
#include "rules/near_misses.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace gradus::rules {
namespace {

using curriculum::Aggregate;

// Whether each entry can only add to it.
bool grows(const curriculum::Query& query) {
  if (query.last || query.within || query.per) return false;
  return query.measure == Aggregate::count || query.measure == Aggregate::minutes ||
         query.measure == Aggregate::usd || query.measure == Aggregate::days;
}

double share_of(double have, const curriculum::Measure& measure) {
  if (measure.at_most && have > *measure.at_most) return *measure.at_most / have;
  return measure.at_least && *measure.at_least > 0 ? have / *measure.at_least : 0;
}

// The mean share of the `number` parts that are furthest along.
double share_of_best(const std::vector<Explanation>& parts, std::size_t number) {
  std::vector<double> shares;
  shares.reserve(parts.size());
  for (const auto& part : parts) shares.push_back(part.done);
  std::ranges::sort(shares, std::greater{});
  shares.resize(std::min(number, shares.size()));
  if (shares.empty()) return 0;
  return std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size());
}

// Explains one node of the tree; explain() descends into its parts.
struct Explainer {
  const Gate& gate;
  const Context& context;
  const journal::Facts& facts;

  [[nodiscard]] Explanation explain(const curriculum::Requirement& requirement,
                                    Outcome outcome) const {
    auto parts = std::exchange(outcome.parts, {});
    Explanation explanation{&requirement, std::move(outcome), 0};
    std::visit([&](const auto& form) { fill(explanation, form, std::move(parts)); },
               requirement.form);
    // Rounding must not make a met one look open, or an open one met.
    if (explanation.outcome.truth == Truth::pass) explanation.done = 1;
    return explanation;
  }

 private:
  void fill(Explanation& explanation, const curriculum::All& all,
            std::vector<Outcome> outcomes) const {
    fill_parts(explanation, all.parts, std::move(outcomes), all.parts.size());
  }
  void fill(Explanation& explanation, const curriculum::Any& any,
            std::vector<Outcome> outcomes) const {
    fill_parts(explanation, any.parts, std::move(outcomes), 1);
  }
  void fill(Explanation& explanation, const curriculum::Some& some,
            std::vector<Outcome> outcomes) const {
    fill_parts(explanation, some.of_these, std::move(outcomes), some.at_least);
  }
  void fill(Explanation& explanation, const curriculum::Not& inverse,
            std::vector<Outcome> outcomes) const {
    fill_parts(explanation, inverse.part, std::move(outcomes), 0);
  }
  template <class Leaf>
  void fill(Explanation& explanation, const Leaf& leaf, const std::vector<Outcome>&) const {
    const auto question = leaf_question(leaf, context);
    explanation.counted = facts.find(question.question(), most_counted);
    explanation.near_misses = near_misses(question, others_of(leaf), facts);
    add_measure(explanation, leaf, question);
  }

  void fill_parts(Explanation& explanation, const std::vector<curriculum::Requirement>& parts,
                  std::vector<Outcome> outcomes, std::size_t needed) const {
    explanation.parts.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
      explanation.parts.push_back(explain(parts[i], std::move(outcomes[i])));
    explanation.done = share_of_best(explanation.parts, needed);
  }

  // A signature belongs to its tier; an artefact counts from any.
  template <class Leaf>
  [[nodiscard]] std::vector<curriculum::TierId> others_of(const Leaf&) const {
    return {};
  }
  [[nodiscard]] const std::vector<curriculum::TierId>& others_of(const curriculum::Measure&) const {
    return gate.others;
  }

  template <class Leaf>
  void add_measure(Explanation&, const Leaf&, const LeafQuestion&) const {}
  void add_measure(Explanation& explanation, const curriculum::Measure& measure,
                   const LeafQuestion& leaf) const {
    if (explanation.outcome.have)
      explanation.done = std::min(share_of(*explanation.outcome.have, measure), 1.0);
    if (!grows(measure.query)) return;
    const auto between = [&](calendar::Date from, calendar::Date to) {
      return facts.answer(journal::Question{leaf.query, leaf.tiers, from, to});
    };
    explanation.recent = between(gate.pace_from, gate.as_of.today);
    if (explanation.outcome.truth == Truth::pass) return;
    explanation.gains.reserve(gate.spans.size());
    for (const auto& [from, to] : gate.spans)
      explanation.gains.push_back(between(from, to).value_or(0));
  }
};

// Collects what counted for the leaves.
void add_evidence(Evidence& evidence, const Explanation& explanation) {
  evidence.total += explanation.counted.total;
  for (const auto& entry : explanation.counted.first)
    if (evidence.newest.size() < most_counted) evidence.newest.push_back(entry);
  for (const auto& part : explanation.parts) add_evidence(evidence, part);
}

}  // namespace

std::vector<Explanation> explain(const Gate& gate, const Verdict& verdict,
                                 const journal::Facts& facts) {
  std::vector<Explanation> explanations;
  explanations.reserve(verdict.criteria.size());
  for (const auto& criterion : verdict.criteria) {
    const Context context{gate.tier, criterion.id, gate.as_of.today, gate.as_of.until};
    const Explainer explainer{gate, context, facts};
    explanations.push_back(explainer.explain(criterion.requirement.value(), criterion.outcome));
  }
  return explanations;
}

Verdict with_evidence(Verdict verdict, const std::vector<Explanation>& explanations) {
  for (std::size_t i = 0; i < verdict.criteria.size(); ++i)
    add_evidence(verdict.criteria[i].evidence, explanations.at(i));
  return verdict;
}

}  // namespace gradus::rules
