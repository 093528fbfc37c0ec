#include "gradus/plan/options.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/change_plan.hpp"

#include "cli/plan/requests.hpp"

#include <algorithm>
#include <utility>

namespace gradus::cli {
namespace {

ExitCode show_deadline(const std::string& text, const store::Store& store, track::LoadedTrack track,
                       const Session& session) {
  const auto by = calendar::read_date(text, session.today);
  const auto usual = track.frame.available.per_week();
  const auto situation = track::situation_of(track, store, session.today);
  auto accelerated = plan::finish_by(
      by, std::max(session.today, track.frame.start), track.frame, track.curriculum.limits,
      [&](const plan::Frame& frame) { return plan::lay_again(situation, track.shape, frame); });
  track.plan = std::move(accelerated.plan);
  const auto& available = accelerated.frame.available;
  const report::Deadline deadline{by, available.per_week(), usual, available.spec()};
  if (session.json)
    session.answer(
        report::deadline_json(deadline, track, track::plan_values(store, track, session.today)));
  else
    session.answer(report::deadline_view(deadline, track));
  return ExitCode::done;
}

}  // namespace

ExitCode run(const ShowPlan& request, Session& session) {
  const auto store = store::Store::read(session.store);
  auto track = track::load(store, session.track);
  if (!request.finish_by.empty())
    return show_deadline(request.finish_by, store, std::move(track), session);
  track::warn_of_other_tracks(track, track.frame.available, store, session.today);
  const auto values = track::plan_values(store, track, session.today);
  if (session.json)
    session.answer(report::plan_json(track, values));
  else
    session.answer(report::plan_view(track, values, session.today, {.wide = request.wide}));
  return ExitCode::done;
}

}  // namespace gradus::cli
