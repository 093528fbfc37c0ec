#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"

#include "cli/plan/requests.hpp"
#include "cli/track.hpp"

namespace gradus::cli {

ExitCode run(const ShowPlan&, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  if (session.json)
    session.answer(report::plan_json(open.track));
  else
    session.answer(report::plan_view(open.track, session.today));
  return ExitCode::done;
}

}  // namespace gradus::cli
