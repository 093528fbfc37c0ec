#include "gradus/insight/standing.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"

#include "cli/plan/requests.hpp"
#include "cli/timer/running.hpp"
#include "cli/track.hpp"

namespace gradus::cli {

ExitCode run(const ShowToday&, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto record = read_record(store, open.id, session.today);
  const auto* tier = rules::open_tier(open.track.curriculum, open.track.states);
  const auto gate = check_gate(store, open, tier, session.today);
  const auto today =
      insight::today(open.track, record, gate, session.today, running_timer(store, session));
  if (session.json)
    session.answer(report::today_json(today, open.track));
  else
    session.answer(report::today_view(today, open.track));
  return ExitCode::done;
}

}  // namespace gradus::cli
