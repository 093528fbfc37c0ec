#include "gradus/insight/opening.hpp"
#include "gradus/report/explanation.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/store/entries.hpp"

#include "cli/gate/requests.hpp"
#include "cli/track.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

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
  return {.criteria = tier == nullptr ? curriculum.finish : tier->exit,
          .tier = tier == nullptr ? std::nullopt : std::optional(tier->id),
          .standing = standing(open, tier),
          .as_of = as_of,
          .pace_from = insight::pace_from(as_of.today, open.frame.start),
          .others = std::move(tiers)};
}

// The gate by the journal as it is now; that of a passed tier as of the day it was passed.
report::ExplainedGate explain_gate(const store::Store& store, const OpenTrack& open,
                                   const curriculum::Tier* tier, calendar::Date today,
                                   std::optional<calendar::Date> passed_on) {
  const auto as_of = passed_on ? rules::AsOf{*passed_on, *passed_on} : rules::AsOf{today};
  const auto gate = gate_of(open, tier, as_of);
  auto verdict = check_gate(store, open, tier, as_of);
  auto criteria = rules::explain(gate, verdict, store::StoredFacts{store, open.id});
  std::optional<insight::Opening> opening;
  if (verdict.state == rules::TierState::open)
    opening = insight::opening(verdict, criteria, today, gate.pace_from);
  report::ExplainedGate explained{
      std::move(verdict), std::move(criteria), std::move(opening), passed_on, {}};
  for (const auto& criterion : explained.criteria) add_short_ids(explained, store, criterion);
  return explained;
}

// Nothing for the check at the end: when all tiers are passed, or it is asked for by its name.
const curriculum::Tier* asked_tier(const std::string& id, const insight::Track& track) {
  if (id.empty()) return rules::open_tier(track.curriculum, track.states);
  const auto named = std::ranges::find(track.curriculum.tiers, id,
                                       [](const auto& tier) { return tier.id.text(); });
  if (named == track.curriculum.tiers.end() && id == rules::finish_gate) return nullptr;
  return &curriculum::find_tier(track.curriculum, id);
}

ExitCode exit_code(const rules::Verdict& verdict) {
  const bool yes = verdict.ready || verdict.state == rules::TierState::passed;
  return yes ? ExitCode::done : ExitCode::no;
}

ExitCode answer(const report::ExplainedGate& gate, Session& session) {
  if (session.json)
    session.answer(report::explanation_json(gate));
  else
    session.answer(report::explanation_view(gate));
  return exit_code(gate.verdict);
}

ExitCode answer(const rules::PassedGate& gate, Session& session) {
  if (session.json)
    session.answer(report::passed_gate_json(gate));
  else
    session.answer(report::passed_gate_view(gate));
  return ExitCode::done;
}

ExitCode answer(const rules::Verdict& verdict, Session& session) {
  if (session.json)
    session.answer(report::verdict_json(verdict));
  else
    session.answer(report::verdict_view(verdict));
  return exit_code(verdict);
}

}  // namespace

ExitCode run(const CheckReadiness& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto* tier = asked_tier(request.tier, open.track);
  const auto passed = tier == nullptr ? std::nullopt : passed_gate(store, open, *tier);
  if (tier != nullptr && !passed)
    (void)curriculum::find_tier_in_force(open.track.curriculum, tier->id.text());
  if (request.explain) {
    const auto passed_on = passed ? std::optional(passed->on) : std::nullopt;
    return answer(explain_gate(store, open, tier, session.today, passed_on), session);
  }
  if (passed) return answer(*passed, session);
  return answer(check_gate(store, open, tier, session.today), session);
}

}  // namespace gradus::cli
