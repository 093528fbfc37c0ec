#include "gradus/report/explanation.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include "cli/gate/explain.hpp"
#include "cli/gate/requests.hpp"
#include "cli/track.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace gradus::cli {
namespace {

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

ExitCode answer(const rules::PassedGate& gate, const store::Store& store, Session& session) {
  report::ShortIds ids;
  for (const auto& criterion : gate.verdict.criteria)
    for (const auto& entry : criterion.evidence.newest)
      ids.try_emplace(entry.id, store::short_id(store, entry.id));
  if (session.json)
    session.answer(report::passed_gate_json(gate));
  else
    session.answer(report::passed_gate_view(gate, ids));
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
    const auto as_of = passed ? rules::AsOf{passed->on, passed->on} : rules::AsOf{session.today};
    auto explained = explain_gate(store, open, tier, as_of);
    if (passed) explained.passed_on = passed->on;
    return answer(explained, session);
  }
  if (passed) return answer(*passed, store, session);
  return answer(check_gate(store, open, tier, session.today), session);
}

}  // namespace gradus::cli
