#include "gradus/calendar/duration.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/error.hpp"
#include "cli/option_values.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// Whole hours as a plain number, or a duration: at most all of a week.
plan::Minutes most_a_week(const Replan& request, const curriculum::Limits& limits) {
  constexpr std::chrono::hours whole_week{7 * 24};
  const auto& text = request.max_hours;
  if (text.empty()) return plan::most_minutes_a_week(limits);
  if (text.find_first_of("hm:") == std::string::npos)
    return std::chrono::hours{read_number("--max-hours", text, 1, whole_week.count())};
  const auto most = calendar::read_duration(text);
  if (most > plan::Minutes{0} && most <= whole_week) return most;
  throw Error(fmt::format("--max-hours \"{}\" is not from 1m to {}", text,
                          calendar::format_duration(whole_week)),
              "such as --max-hours 7");
}

}  // namespace

ExitCode run(const Replan& request, Session& session) {
  auto store = open_for_change(session, !request.apply || request.what_if);
  const auto track = track::load(store, session.track);
  const auto most = most_a_week(request, track.curriculum.limits);
  const auto situation = track::situation_with_repeats(track, store, session.today);
  if (!request.apply) {
    // After the last tier there is nothing to go on with.
    const bool over = rules::open_tier(track.curriculum, track.states) == nullptr;
    const auto options = over ? std::vector<plan::Option>{} : plan::options(situation, most);
    if (session.json)
      session.answer(report::options_json(options));
    else
      session.answer(report::options_view(options, track));
    return ExitCode::done;
  }
  auto chosen = plan::option(situation, *request.apply, most);
  return apply_change({fmt::format("replan --apply {}", name(*request.apply)),
                       track::request_of(track, std::move(chosen)), request.what_if},
                      track, store, session);
}

}  // namespace gradus::cli
