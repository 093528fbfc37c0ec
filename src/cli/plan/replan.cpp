#include "gradus/calendar/duration.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct Replan {
  std::optional<plan::Strategy> apply;      // without it, shows the options
  std::optional<plan::Minutes> max_hours;   // a week; by default the curriculum's limit
  std::optional<calendar::Date> finish_by;  // applies what that takes
  bool what_if = false;
};

// Whole hours as a plain number, or a duration: at most all of a week.
plan::Minutes read_weekly_hours(const Typed& typed) {
  constexpr std::chrono::hours whole_week{7 * 24};
  if (typed.text.find_first_of("hm:") == std::string::npos)
    return std::chrono::hours{whole_number(1, static_cast<int>(whole_week.count()))(typed)};
  const auto most = read_length(typed);
  if (most > plan::Minutes{0} && most <= whole_week) return most;
  throw Error(fmt::format("{} \"{}\" is not from 1m to {}", typed.name, typed.text,
                          calendar::format_duration(whole_week)),
              fmt::format("such as {} 7", typed.name));
}

void describe_replan(Command& replan, Replan& request) {
  replan.add_choice(
      "--apply", request.apply, plan::strategies,
      "extend: move the end; catch-up: more hours a week; trim: leave out what is optional");
  replan
      .add_option(
          "--max-hours", request.max_hours, read_weekly_hours,
          "The most hours a week for catching up, such as 9 or 9h30m (default: the curriculum's "
          "limit)")
      .type_name("H");
  replan
      .add_option("--finish-by", request.finish_by, read_day_ahead,
                  "Study as many hours a week as it takes to finish by this day")
      .type_name("DATE");
  add_what_if(replan, request.what_if);
}

// As the history names it.
std::string words_of(const Replan& request) {
  if (request.finish_by) return "replan --finish-by " + request.finish_by->iso();
  return fmt::format("replan --apply {}", name(*request.apply));
}

void check(const Replan& request) {
  if (!request.finish_by || (!request.apply && !request.max_hours)) return;
  throw Error("--finish-by is a way of its own",
              "leave out --apply and --max-hours, or see gradus replan --help");
}

ExitCode run(const Replan& request, Session& session) {
  check(request);
  const bool changes = request.apply || request.finish_by;
  auto store = open_for_change(session, !changes || request.what_if);
  const auto track = track::load(store, session.track);
  const auto& limits = track.curriculum.limits.hours_per_week;
  auto most = request.max_hours;
  if (!most && limits) most = std::chrono::hours{limits->at(1)};
  const auto situation = track::situation_with_repeats(track, store, session.today);
  if (!changes) {
    // After the last tier there is nothing left to plan.
    const bool over = rules::open_tier(track.curriculum, track.states) == nullptr;
    report::Options options{track, track.frame,
                            over ? std::vector<plan::Option>{} : plan::options(situation, most)};
    if (situation.gate) options.shut_gate = situation.gate->tier;
    session.show_paged(options);
    return ExitCode::done;
  }
  auto chosen = request.finish_by ? plan::option_by(situation, *request.finish_by)
                                  : plan::option(situation, *request.apply, most);
  return apply_change(
      {words_of(request), track::request_of(track, std::move(chosen)), request.what_if}, track,
      store, session);
}

}  // namespace

void add_replan(Command& gradus) {
  gradus.add_command<Replan>("replan", "Show three ways to go on after a slip, or take one.",
                             "  gradus replan\n"
                             "  gradus replan --max-hours 9\n"
                             "  gradus replan --finish-by 2027-05-30 --what-if\n"
                             "  gradus replan --apply extend --what-if\n",
                             describe_replan);
}

}  // namespace gradus::cli
