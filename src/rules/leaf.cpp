#include "rules/leaf.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::rules {
namespace {

using curriculum::EntryType;
using Tiers = std::optional<std::vector<curriculum::TierId>>;

// The first day of the last `within` days; nullopt when they reach back past the calendar.
std::optional<calendar::Date> first_day(calendar::Date today,
                                        std::optional<std::chrono::days> within) {
  if (!within || *within > today - calendar::Date::first()) return std::nullopt;
  return today - *within;
}

curriculum::Filter equals(EntryType of, std::string_view field, curriculum::Value value) {
  return {.field = curriculum::find_field(of, field).value(),
          .test = curriculum::OneOf{{std::move(value)}}};
}

Tiers own_tier(const Context& context) {
  if (!context.tier) return std::nullopt;
  return std::vector{*context.tier};
}

Tiers tiers_of(const curriculum::Query& query, const Context& context) {
  if (!query.tiers) return own_tier(context);
  if (query.tiers->empty()) return std::nullopt;
  return query.tiers;
}

LeafQuestion count_where(EntryType of, std::vector<curriculum::Filter> where, Tiers tiers,
                         const Context& context) {
  return {.query = {.of = of, .measure = curriculum::Aggregate::count, .where = std::move(where)},
          .tiers = std::move(tiers),
          .from = std::nullopt,
          .until = context.until};
}

}  // namespace

LeafQuestion signature(const Context& context, bool placement) {
  return count_where(EntryType::attestation,
                     {equals(EntryType::attestation, "criterion", context.criterion.text()),
                      equals(EntryType::attestation, "placement", placement)},
                     own_tier(context), context);
}

LeafQuestion leaf_question(const curriculum::Attested&, const Context& context) {
  return signature(context, false);
}

LeafQuestion leaf_question(const curriculum::Delivered& delivered, const Context& context) {
  std::vector where{equals(EntryType::artefact, "artefact", delivered.artefact.text())};
  if (delivered.verified) where.push_back(equals(EntryType::artefact, "verified", true));
  return count_where(EntryType::artefact, std::move(where), std::nullopt, context);
}

LeafQuestion leaf_question(const curriculum::Measure& measure, const Context& context) {
  LeafQuestion leaf{.query = measure.query,
                    .tiers = tiers_of(measure.query, context),
                    .from = first_day(context.today, measure.query.within),
                    .until = context.until,
                    .at_least = measure.at_least,
                    .at_most = measure.at_most};
  if (leaf.query.of == EntryType::attestation)
    leaf.query.where.push_back(equals(EntryType::attestation, "placement", false));
  return leaf;
}

}  // namespace gradus::rules
