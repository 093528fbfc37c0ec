#include "gradus/track/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

#include <variant>

namespace gradus::cli {
namespace {

struct CheckReadiness {
  std::string tier;  // the open one when empty
  bool explain = false;
};

void describe_ready(Command& ready, CheckReadiness& request) {
  ready.add_option("TIER", request.tier, "A tier's id, or finish (default: the open one)")
      .completes(Completion::tier);
  ready.add_flag(
      "--explain", request.explain,
      "Show the entries that counted, near misses, and the earliest day the gate can open");
}

ExitCode exit_code(const rules::Verdict& verdict) {
  const bool yes = verdict.ready || verdict.state == rules::TierState::passed;
  return yes ? ExitCode::done : ExitCode::no;
}

ExitCode answer(const insight::ExplainedGate& gate, const Session& session) {
  session.show_paged(gate);
  return exit_code(gate.verdict);
}

ExitCode answer(const insight::RememberedGate& remembered, const Session& session) {
  session.show_paged(remembered.gate, remembered.short_ids);
  return ExitCode::done;
}

ExitCode answer(const rules::Verdict& verdict, const Session& session) {
  session.show(verdict);
  return exit_code(verdict);
}

ExitCode run(const CheckReadiness& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto found = track::readiness(store, track, request.tier, request.explain, session.today);
  return std::visit([&](const auto& gate) { return answer(gate, session); }, found);
}

}  // namespace

void add_ready(Command& gradus) {
  gradus.add_command<CheckReadiness>(
      "ready", "Check a tier's exit criteria; exit code 1 means not yet.",
      "  gradus ready\n  gradus ready sql --json\n  gradus ready --explain\n", describe_ready);
}

}  // namespace gradus::cli
