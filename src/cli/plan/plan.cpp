#include "gradus/plan/options.hpp"
#include "gradus/plan/reasons.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/track/change_plan.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/show.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace gradus::cli {
namespace {

struct ShowPlan {
  std::optional<calendar::Date> finish_by;  // shows what it takes instead
  std::optional<std::string> explain;       // shows why this week lies where it lies instead
  bool wide = false;
  bool all = false;                 // every week on a terminal, too
  std::optional<std::string> tier;  // only this one
};

// Narrower terminals show tiers alone.
constexpr std::size_t least_width = 60;

void describe_plan(Command& plan, ShowPlan& request) {
  plan.add_option("--finish-by", request.finish_by, read_day_ahead,
                  "Show how many hours a week you need to finish by this day")
      .type_name("DATE");
  plan.add_option("--explain", request.explain, "Show why each block of this week is where it is")
      .type_name("WEEK")
      .completes(Completion::week);
  plan.add_flag("--all", request.all,
                "Show every week (a terminal shows those around the current one)");
  plan.add_option("--tier", request.tier, "Show only this tier, with all its weeks")
      .completes(Completion::tier);
  plan.add_flag("--wide", request.wide, "Draw the timeline twice as wide");
  for (const auto add : {add_compress, add_stretch, add_available, add_break, add_module})
    add(plan);
}

ExitCode show_deadline(calendar::Date by, const store::Store& store,
                       const track::LoadedTrack& track, const Session& session) {
  const auto option =
      plan::option_by(track::situation_with_repeats(track, store, session.today), by);
  const auto changed =
      track::change_plan(track, track::request_of(track, option), store, session.today);
  session.show(report::Deadline{by, option, track.frame, changed.after, changed.values});
  return ExitCode::done;
}

ExitCode show_reasons(const std::string& week, const track::LoadedTrack& track,
                      const Session& session) {
  const auto number = track::find_plan_week(track.plan, week).number;
  session.show_paged(plan::reasons(track.plan, track.frame, static_cast<std::size_t>(number - 1),
                                   rules::passed_tiers(track.states)));
  return ExitCode::done;
}

report::PlanOptions options_of(const ShowPlan& request, const track::LoadedTrack& track,
                               const Session& session) {
  report::PlanOptions options{.wide = request.wide};
  if (request.tier)
    options.tier = curriculum::find_tier_in_force(track.curriculum, *request.tier).id;
  const auto width = session.style.width;
  if (width && !request.all)
    options.weeks =
        *width < least_width ? report::WeeksShown::none : report::WeeksShown::around_now;
  return options;
}

// Two of the answers are no list of weeks.
void check(const ShowPlan& request) {
  const bool lists = request.all || request.wide || request.tier;
  if (int{request.finish_by.has_value()} + int{request.explain.has_value()} + int{lists} <= 1)
    return;
  throw Error("--finish-by and --explain are answers of their own",
              "give one of them, without --all, --tier or --wide");
}

ExitCode run(const ShowPlan& request, Session& session) {
  check(request);
  const auto store = store::Store::read(session.store);
  auto track = track::load(store, session.track);
  if (request.finish_by) return show_deadline(*request.finish_by, store, track, session);
  if (request.explain) return show_reasons(*request.explain, track, session);
  track::warn(track, store, session.today);
  track::warn_of_gate(track, store, session.today);
  const auto options = options_of(request, track, session);
  session.show_paged(track, track::plan_values(store, track, session.today), session.today,
                     options);
  return ExitCode::done;
}

}  // namespace

void add_plan(Command& gradus) {
  gradus.add_command<ShowPlan>("plan", "Show all weeks with their dates, or change them.",
                               "  gradus plan\n"
                               "  gradus plan --all\n"
                               "  gradus plan --tier python\n"
                               "  gradus plan --explain w5\n"
                               "  gradus plan --finish-by 2027-05-30\n"
                               "  gradus plan stretch sql --to 8 --what-if\n"
                               "  gradus plan break 2026-12-24 2027-01-02\n",
                               describe_plan);
}

}  // namespace gradus::cli
