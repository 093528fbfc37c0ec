#include "cli/track.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/plan/draft.hpp"
#include "gradus/plan/overload.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/store/entries.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
curriculum::Curriculum tailored(curriculum::Curriculum curriculum,
                                const std::optional<curriculum::StackId>& stack, bool beginner) {
  if (stack) curriculum = curriculum::with_stack(std::move(curriculum), *stack);
  if (beginner) curriculum = curriculum::with_beginner(std::move(curriculum));
  return curriculum;
}

curriculum::Module planned_module(const store::StoredModule& stored) {
  auto module =
      curriculum::load_module(stored.text, fmt::format("the module {}", stored.id.text()));
  if (stored.home) module.weeks = {*stored.home};
  return module;
}

OpenTrack open_track(const store::Store& store, const Session& session) {
  const store::Track stored = store::find_track(store, session.track);
  auto curriculum =
      tailored(curriculum::load_or_throw(stored.curriculum_text,
                                         fmt::format("the curriculum of {}", stored.name)),
               stored.stack, stored.beginner);
  auto modules = store::load_modules(store, stored.id);
  auto shape = store::load_shape(store, stored.id);
  for (const auto& module : modules) shape.modules.push_back(planned_module(module));
  plan::Frame frame{stored.start, stored.available, stored.fit,
                    store::load_breaks(store, stored.id)};

  auto plan =
      plan::assemble(curriculum.limits, frame, plan::arrange(curriculum, shape),
                     store::load_plan(store, stored.id), store::baseline_finish(store, stored.id));
  auto breaks = frame.breaks;
  return {.id = stored.id,
          .salt = stored.salt,
          .track = {.name = stored.name,
                    .curriculum = std::move(curriculum),
                    .stack = stored.stack,
                    .plan = std::move(plan),
                    .states = store::tier_states(store, stored.id),
                    .breaks = std::move(breaks)},
          .shape = std::move(shape),
          .frame = std::move(frame),
          .modules = std::move(modules),
          .gate = stored.gate,
          .waivers = store::waivers(store, stored.id)};
}

insight::Record read_record(const store::Store& store, store::TrackId track, calendar::Date today) {
  return {.minutes_by_week = store::minutes_by_week(store, track),
          .problems = store::problem_counts(store, track),
          .delivered = store::delivered(store, track),
          .minutes_today = store::minutes_on(store, track, today)};
}

rules::Verdict check_gate(const store::Store& store, const OpenTrack& open,
                          const curriculum::Tier* tier, const rules::AsOf& as_of) {
  const store::StoredFacts facts{store, open.id};
  const auto& curriculum = open.track.curriculum;
  if (tier == nullptr)
    return rules::check_finish(curriculum, plan::standing_at_finish(curriculum, open.shape), as_of,
                               facts, open.waivers);
  return rules::check_tier(*tier, rules::state_of(open.track.states, tier->id),
                           plan::standing(curriculum, open.shape, tier->id), as_of, facts,
                           open.waivers);
}

std::optional<rules::PassedGate> passed_gate(const store::Store& store, const OpenTrack& open,
                                             const curriculum::Tier& tier) {
  const auto passings = store::passings(store, open.id);
  const auto passing = std::ranges::find(passings, tier.id, &store::Passing::tier);
  if (passing == passings.end()) return std::nullopt;
  const auto& verdict = passing->verdict;
  if (!verdict)
    throw store::Error(
        fmt::format("the store is damaged: the verdict on which {} was passed can't be read",
                    tier.id.text()),
        "gradus doctor looks at all of it; gradus restore brings back a backup");
  auto lapsed = rules::lapsed(*verdict, check_gate(store, open, &tier, {passing->on, passing->on}));
  return rules::PassedGate{passing->on, *verdict, std::move(lapsed)};
}

void warn_of_other_tracks(plan::Plan& plan, const std::string& track,
                          const calendar::Availability& available, const store::Store& store,
                          calendar::Date today) {
  std::vector<plan::OtherPlan> others;
  for (auto& other : store::tracks(store)) {
    if (other.name == track || other.archived) continue;
    auto weeks = store::load_plan(store, other.id);
    others.push_back({std::move(other.name), std::move(weeks)});
  }
  if (auto warning = plan::overload(plan, available, others, today))
    plan.warnings.push_back(*std::move(warning));
}

const plan::PlanWeek& current_week(const insight::Track& track,
                                   const journal::MinutesByWeek& logged, calendar::Date today) {
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  if (tier == nullptr) return track.plan.weeks.back();
  const auto progress = plan::progress(track.plan, logged, today);
  return track.plan.weeks[plan::current_week(track.plan, progress, tier->id)];
}

}  // namespace gradus::cli
