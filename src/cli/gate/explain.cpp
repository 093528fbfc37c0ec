#include "cli/gate/explain.hpp"

#include "gradus/insight/opening.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/store/entries.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

void add_short_ids(report::ExplainedGate& gate, const store::Store& store,
                   const rules::Explanation& explanation) {
  const auto add = [&](const journal::Entry& entry) {
    gate.short_ids.try_emplace(entry.id, store::short_id(store, entry.id));
  };
  for (const auto& entry : explanation.counted.first) add(entry);
  for (const auto& miss : explanation.near_misses.nearest) add(miss.entry);
  for (const auto& part : explanation.parts) add_short_ids(gate, store, part);
}

rules::Gate gate_of(const OpenTrack& open, const curriculum::Tier* tier, const rules::AsOf& as_of) {
  const auto& curriculum = open.track.curriculum;
  std::vector<curriculum::TierId> tiers;
  tiers.reserve(curriculum.tiers.size());
  for (const auto& each : curriculum.tiers) tiers.push_back(each.id);
  return {.tier = tier == nullptr ? std::nullopt : std::optional(tier->id),
          .as_of = as_of,
          .pace_from = insight::pace_from(as_of.today, open.frame.start),
          .others = std::move(tiers)};
}

}  // namespace

report::ExplainedGate explain_gate(const store::Store& store, const OpenTrack& open,
                                   const curriculum::Tier* tier, const rules::AsOf& as_of) {
  const auto gate = gate_of(open, tier, as_of);
  auto verdict = check_gate(store, open, tier, as_of);
  auto criteria = rules::explain(gate, verdict, store::StoredFacts{store, open.id});
  std::optional<insight::Opening> opening;
  if (verdict.state == rules::TierState::open)
    opening = insight::opening(verdict, criteria, as_of.today, gate.pace_from);
  report::ExplainedGate explained{
      std::move(verdict), std::move(criteria), std::move(opening), std::nullopt, {}};
  for (const auto& criterion : explained.criteria) add_short_ids(explained, store, criterion);
  return explained;
}

}  // namespace gradus::cli
