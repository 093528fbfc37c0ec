#include "gradus/calendar/duration.hpp"
#include "gradus/insight/remedy.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/report/plan_changes.hpp"
#include "gradus/store/entries.hpp"

#include "cli/error.hpp"
#include "cli/option_values.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
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

// The weeks that the open tier's unmet criteria ask to do again, once its time is over.
std::vector<curriculum::WeekId> weeks_to_repeat(const OpenTrack& open, const store::Store& store,
                                                const plan::MinutesByWeek& logged,
                                                calendar::Date today) {
  const auto* tier = rules::open_tier(open.track.curriculum, open.track.states);
  if (tier == nullptr) return {};
  const auto gate = check_gate(store, open, tier, today);
  const auto progress = plan::progress(open.track.plan, logged, today);
  return insight::weeks_to_repeat(open.track.plan, progress, gate, tier->id, today);
}

plan::Situation situation_of(const OpenTrack& open, const store::Store& store,
                             calendar::Date today) {
  auto logged = store::minutes_by_week(store, open.id);
  auto repeats = weeks_to_repeat(open, store, logged, today);
  return {.curriculum = open.track.curriculum,
          .shape = open.shape,
          .frame = open.frame,
          .plan = open.track.plan,
          .logged = std::move(logged),
          .passed = rules::passed_tiers(open.track.states),
          .repeats = std::move(repeats),
          .today = today,
          .studied_today = store::minutes_on(store, open.id, today).total()};
}

// The stored files of the modules that the shape still has.
std::vector<store::StoredModule> kept_modules(const OpenTrack& open, const plan::Shape& shape) {
  auto modules = open.modules;
  std::erase_if(modules, [&](const store::StoredModule& module) {
    return std::ranges::find(shape.modules, module.id, &curriculum::Module::id) ==
           shape.modules.end();
  });
  return modules;
}

}  // namespace

ExitCode run(const Replan& request, Session& session) {
  const bool read_only = !request.apply || request.what_if;
  auto store = open_for_change(session, read_only);
  OpenTrack open = open_track(store, session);
  const auto most = most_a_week(request, open.track.curriculum.limits);
  const auto situation = situation_of(open, store, session.today);
  if (!request.apply) {
    // After the last tier there is nothing to go on with.
    const bool over = rules::open_tier(open.track.curriculum, open.track.states) == nullptr;
    const auto options = over ? std::vector<plan::Option>{} : plan::options(situation, most);
    if (session.json)
      session.answer(report::options_json(options));
    else
      session.answer(report::options_view(options, open.track));
    return ExitCode::done;
  }
  auto chosen = plan::option(situation, *request.apply, most);
  PlanChange change{.step = fmt::format("replan --apply {}", name(*request.apply)),
                    .shape = chosen.shape,
                    .frame = chosen.frame,
                    .modules = kept_modules(open, chosen.shape),
                    .plan = std::move(chosen.plan)};
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

}  // namespace gradus::cli
