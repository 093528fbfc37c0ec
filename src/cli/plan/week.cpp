#include "gradus/insight/week_values.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/track.hpp"

#include "cli/plan/requests.hpp"

#include <cstddef>

namespace gradus::cli {

ExitCode run(const ShowWeek& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto record = track::read_record(store, track.id, session.today);
  const auto progress = plan::progress(track.plan, record.minutes_by_week, session.today);
  const auto& week = request.week.empty() ? track::current_week(track, progress)
                                          : track::find_plan_week(track.plan, request.week);
  const auto index = static_cast<std::size_t>(week.number - 1);
  const auto values = insight::week_values(track, record, index, session.today);
  if (session.json)
    session.answer(report::week_json(values));
  else
    session.answer(report::week_view(values, track, session.today));
  return ExitCode::done;
}

}  // namespace gradus::cli
