#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"

#include "cli/gate/requests.hpp"
#include "cli/track.hpp"

namespace gradus::cli {

ExitCode run(const CheckReadiness& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto* tier = request.tier.empty()
                         ? rules::open_tier(open.track.curriculum, open.track.states)
                         : &curriculum::find_tier(open.track.curriculum, request.tier);
  if (tier != nullptr) {
    if (const auto passed = passed_gate(store, open, *tier)) {
      if (session.json)
        session.answer(report::passed_gate_json(*passed));
      else
        session.answer(report::passed_gate_view(*passed));
      return ExitCode::done;
    }
  }
  if (tier != nullptr) (void)curriculum::find_tier_in_force(open.track.curriculum, tier->id.text());
  const auto verdict = check_gate(store, open, tier, session.today);
  if (session.json)
    session.answer(report::verdict_json(verdict));
  else
    session.answer(report::verdict_view(verdict));
  return verdict.ready ? ExitCode::done : ExitCode::no;
}

}  // namespace gradus::cli
