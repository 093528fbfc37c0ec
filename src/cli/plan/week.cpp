#include "gradus/insight/standing.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/plan/requests.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

bool is_called(const plan::PlanWeek& week, const std::string& name) {
  return std::to_string(week.number) == name ||
         std::ranges::find(week.load.carries, name, &curriculum::WeekId::text) !=
             week.load.carries.end();
}

const plan::PlanWeek& find_week(const plan::Plan& plan, const std::string& name) {
  const auto found = std::ranges::find_if(
      plan.weeks, [&](const plan::PlanWeek& week) { return is_called(week, name); });
  if (found != plan.weeks.end()) return *found;
  std::vector<std::string> known;
  for (const auto& week : plan.weeks)
    for (const auto& id : week.load.carries) known.push_back(id.text());
  const std::string near = text::did_you_mean(name, known);
  throw Error(fmt::format("the plan has no week \"{}\"", name),
              near.empty() ? fmt::format("give an id such as {}, or a number from 1 to {}",
                                         known.front(), plan.weeks.size())
                           : near);
}

}  // namespace

ExitCode run(const ShowWeek& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto record = read_record(store, open.id, session.today);
  const auto& week = request.week.empty()
                         ? current_week(open.track, record.minutes_by_week, session.today)
                         : find_week(open.track.plan, request.week);
  const auto index = static_cast<std::size_t>(week.number - 1);
  const auto values = insight::week_values(open.track, record, index, session.today);
  if (session.json)
    session.answer(report::week_json(values));
  else
    session.answer(report::week_view(values, open.track, session.today));
  return ExitCode::done;
}

}  // namespace gradus::cli
