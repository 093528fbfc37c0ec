#include "gradus/insight/hours.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/today.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

#include <cstddef>

namespace gradus::cli {
namespace {

struct ShowWeek {
  std::optional<std::string> week;  // its id or number; by default the current one
  bool advice = false;
};

void describe_week(Command& week, ShowWeek& request) {
  week.add_option("WEEK", request.week, "A week's id or number (default: the current one)")
      .completes(Completion::week);
  week.add_flag("--advice", request.advice,
                "Show the tier's advice, as its first week always does");
}

bool begins_tier(std::size_t week, const plan::Plan& plan) {
  return week == 0 || plan.weeks[week - 1].load.tier != plan.weeks[week].load.tier;
}

ExitCode run(const ShowWeek& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto record = track::read_record(store, track);
  const auto plan = insight::plan_values(track, record, session.today);
  const auto last = track.plan.weeks.size() - 1;
  const auto index =
      request.week
          ? static_cast<std::size_t>(track::find_plan_week(track.plan, *request.week).number - 1)
          : plan.current.value_or(last);
  const auto& week = plan.weeks.at(index);
  std::optional<insight::Today> now;
  if (week.current) now = track::read_today(store, track, session.today);
  session.show_paged(week, track,
                     report::WeekOptions{.at_the_gate = now && now->at_the_gate() ? &*now : nullptr,
                                         .advice = request.advice || begins_tier(index, track.plan),
                                         .modules = track::modules_of_week(
                                             store, track, week.week.load, session.today),
                                         .days = insight::hours_by_day(week.week, record.by_day)});
  return ExitCode::done;
}

}  // namespace

void add_week(Command& gradus) {
  gradus.add_command<ShowWeek>("week", "Show one week in full.",
                               "  gradus week\n  gradus week w5\n  gradus week 5 --json\n",
                               describe_week);
}

}  // namespace gradus::cli
