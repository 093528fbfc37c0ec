#include "gradus/plan/options.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include "cli/plan/requests.hpp"
#include "cli/track.hpp"

#include <algorithm>

namespace gradus::cli {
namespace {

ExitCode show_deadline(const std::string& text, const store::Store& store, OpenTrack open,
                       const Session& session) {
  const auto by = calendar::read_date(text, session.today);
  const auto usual = open.frame.available.per_week();
  const plan::Situation situation{
      .curriculum = open.track.curriculum,
      .shape = open.shape,
      .frame = open.frame,
      .plan = open.track.plan,
      .logged = store::minutes_by_week(store, open.id),
      .passed = rules::passed_tiers(open.track.states),
      .repeats = {},
      .today = session.today,
      .studied_today = store::minutes_on(store, open.id, session.today).total()};
  auto hurried = plan::finish_by(
      by, std::max(session.today, open.frame.start), open.frame, open.track.curriculum.limits,
      [&](const plan::Frame& frame) { return plan::lay_again(situation, open.shape, frame); });
  open.track.plan = std::move(hurried.plan);
  const auto& available = hurried.frame.available;
  const report::Deadline deadline{by, available.per_week(), usual, available.spec()};
  if (session.json)
    session.answer(report::deadline_json(
        deadline, open.track,
        insight::plan_values(open.track, read_record(store, open.id, session.today),
                             session.today)));
  else
    session.answer(report::deadline_view(deadline, open.track));
  return ExitCode::done;
}

}  // namespace

ExitCode run(const ShowPlan& request, Session& session) {
  const auto store = store::Store::read(session.store);
  OpenTrack open = open_track(store, session);
  if (!request.finish_by.empty())
    return show_deadline(request.finish_by, store, std::move(open), session);
  warn_of_other_tracks(open.track.plan, open.track.name, open.frame.available, store,
                       session.today);
  const auto values =
      insight::plan_values(open.track, read_record(store, open.id, session.today), session.today);
  if (session.json)
    session.answer(report::plan_json(open.track, values));
  else
    session.answer(report::plan_view(open.track, values, session.today, {.wide = request.wide}));
  return ExitCode::done;
}

}  // namespace gradus::cli
