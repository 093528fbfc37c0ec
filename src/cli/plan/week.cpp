#include "gradus/insight/week_values.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

#include <cstddef>

namespace gradus::cli {
namespace {

struct ShowWeek {
  std::optional<std::string> week;  // its id or number; by default the current one
};

void describe_week(Command& week, ShowWeek& request) {
  week.add_option("WEEK", request.week, "A week's id or number (default: the current one)")
      .completes(Completion::week);
}

ExitCode run(const ShowWeek& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto record = track::read_record(store, track.id, session.today);
  const auto plan = insight::plan_values(track, record, session.today);
  const auto last = track.plan.weeks.size() - 1;
  const auto index =
      request.week
          ? static_cast<std::size_t>(track::find_plan_week(track.plan, *request.week).number - 1)
          : plan.current.value_or(last);
  session.show(plan.weeks.at(index), track);
  return ExitCode::done;
}

}  // namespace

void add_week(Command& gradus) {
  gradus.add_command<ShowWeek>("week", "Show one week in full.",
                               "  gradus week\n  gradus week w5\n  gradus week 5 --json\n",
                               describe_week);
}

}  // namespace gradus::cli
