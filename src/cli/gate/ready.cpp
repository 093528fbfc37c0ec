#include "gradus/report/explanation.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/gate.hpp"

#include "cli/gate/requests.hpp"

#include <variant>

namespace gradus::cli {
namespace {

ExitCode exit_code(const rules::Verdict& verdict) {
  const bool yes = verdict.ready || verdict.state == rules::TierState::passed;
  return yes ? ExitCode::done : ExitCode::no;
}

ExitCode answer(const insight::ExplainedGate& gate, const Session& session) {
  if (session.json)
    session.answer(report::explanation_json(gate));
  else
    session.answer(report::explanation_view(gate));
  return exit_code(gate.verdict);
}

ExitCode answer(const insight::RememberedGate& remembered, const Session& session) {
  if (session.json)
    session.answer(report::passed_gate_json(remembered.gate));
  else
    session.answer(report::passed_gate_view(remembered.gate, remembered.short_ids));
  return ExitCode::done;
}

ExitCode answer(const rules::Verdict& verdict, const Session& session) {
  if (session.json)
    session.answer(report::verdict_json(verdict));
  else
    session.answer(report::verdict_view(verdict));
  return exit_code(verdict);
}

}  // namespace

ExitCode run(const CheckReadiness& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto found = track::readiness(store, track, request.tier, request.explain, session.today);
  return std::visit([&](const auto& gate) { return answer(gate, session); }, found);
}

}  // namespace gradus::cli
