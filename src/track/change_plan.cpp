#include "gradus/track/change_plan.hpp"

#include "gradus/insight/remedy.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/current_weeks.hpp"
#include "gradus/plan/error.hpp"
#include "gradus/plan/gate_weeks.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace gradus::track {
namespace {

bool same_week(const plan::PlanWeek& a, const plan::PlanWeek& b) {
  return a.load == b.load && a.dates == b.dates;
}

bool same_break(const plan::Break& a, const plan::Break& b) {
  return a.from == b.from && a.to == b.to && a.note == b.note;
}

// Whether the request changes nothing; `plan` is the changed one.
bool changes_nothing(const PlanRequest& request, const plan::Plan& plan, const LoadedTrack& track) {
  const auto& [weeks, repeats, trimmed, modules, gate_weeks] = track.shape;
  return request.shape.weeks == weeks && request.shape.repeats == repeats &&
         request.shape.trimmed == trimmed && request.shape.gate_weeks == gate_weeks &&
         std::ranges::equal(request.shape.modules, modules, {}, &curriculum::Module::id,
                            &curriculum::Module::id) &&
         request.frame.available == track.frame.available && request.frame.fit == track.frame.fit &&
         std::ranges::equal(request.frame.breaks, track.frame.breaks, same_break) &&
         std::ranges::equal(plan.weeks, track.plan.weeks, same_week);
}

// The tier to compress or stretch. Throws rules::Error for one that is passed or studied.
const curriculum::Tier& unstudied_tier(const std::string& id, const LoadedTrack& track,
                                       const store::Store& store, calendar::Date today) {
  const auto& tier = curriculum::find_tier_in_force(track.curriculum, id);
  if (rules::state_of(track.states, tier.id) == rules::TierState::passed)
    throw rules::Error(fmt::format("{} is already passed: its weeks are behind you", id),
                       "gradus plan shows the tiers that are left");
  const auto progress = plan::progress(track.plan, store::study_days(store, track.id), today);
  const bool open = rules::state_of(track.states, tier.id) == rules::TierState::open;
  if (open && std::ranges::all_of(track.plan.weeks, [&](const plan::PlanWeek& week) {
        const bool own = week.load.tier == tier.id && week.load.is_own();
        return !own || progress.at(static_cast<std::size_t>(week.number - 1)).complete;
      }))
    throw rules::Error(
        fmt::format("all weeks of {} are studied: there is nothing left of it to divide", id),
        fmt::format("gradus ready {} shows what its gate lacks, gradus replan gives that time",
                    id));
  return tier;
}

calendar::Date first_week_ends(const insight::Track& track, const curriculum::Tier& tier) {
  const auto first = std::ranges::find_if(
      track.plan.weeks, [&](const plan::PlanWeek& week) { return week.load.tier == tier.id; });
  return first == track.plan.weeks.end() ? track.plan.finish() : first->dates.to;
}

bool is_needless(const plan::WeekLoad& load, const plan::Situation& situation) {
  return std::ranges::any_of(situation.needless,
                             [&](const auto& week) { return load.carries_week(week); });
}

}  // namespace

PlanRequest request_of(const LoadedTrack& track) {
  return {track.shape, track.frame, track.modules, std::nullopt};
}

PlanRequest compressed(const LoadedTrack& track, const store::Store& store,
                       const std::string& tier_id, int weeks, calendar::Date today) {
  const auto& tier = unstudied_tier(tier_id, track, store, today);
  const store::StoredFacts facts{store, track.id};
  const auto placed = rules::check_placement(tier, first_week_ends(track, tier), facts);
  auto request = request_of(track);
  request.shape = plan::compress(std::move(request.shape), tier, weeks, {placed.met, placed.total});
  return request;
}

PlanRequest stretched(const LoadedTrack& track, const store::Store& store,
                      const std::string& tier_id, int weeks, calendar::Date today) {
  const auto& tier = unstudied_tier(tier_id, track, store, today);
  auto request = request_of(track);
  const int taken_up = plan::weeks_taken_up(track.curriculum, track.shape, tier);
  request.shape = plan::stretch(std::move(request.shape), tier, weeks, taken_up);
  return request;
}

PlanRequest request_of(const LoadedTrack& track, plan::Option chosen) {
  auto modules = track.modules;  // those the shape still has
  std::erase_if(modules, [&](const store::StoredModule& module) {
    return std::ranges::find(chosen.shape.modules, module.id, &curriculum::Module::id) ==
           chosen.shape.modules.end();
  });
  return {std::move(chosen.shape), std::move(chosen.frame), std::move(modules),
          std::move(chosen.plan)};
}

PlanRequest with_break(const LoadedTrack& track, const plan::Break& added) {
  for (const auto& each : track.frame.breaks) {
    if (each.to < added.from || added.to < each.from) continue;
    throw plan::Error(
        fmt::format("the break overlaps the one from {} to {}; nothing was changed",
                    each.from.iso(), each.to.iso()),
        fmt::format("remove that one first: gradus plan break rm {}", each.from.iso()));
  }
  auto request = request_of(track);
  request.frame.breaks.push_back(added);
  std::ranges::sort(request.frame.breaks, {}, &plan::Break::from);
  return request;
}

PlanRequest without_break(const LoadedTrack& track, calendar::Date from) {
  auto request = request_of(track);
  const auto removed = std::erase_if(request.frame.breaks,
                                     [&](const plan::Break& each) { return each.from == from; });
  if (removed == 0)
    throw Error(fmt::format("no break begins on {}", from.iso()),
                "gradus plan break list shows the first day of each");
  return request;
}

ChangedPlan change_plan(const LoadedTrack& track, PlanRequest request, const store::Store& store,
                        calendar::Date today) {
  plan::Plan laid =
      request.plan
          ? *std::move(request.plan)
          : plan::changed_plan(track.plan, track.curriculum, request.shape, request.frame, today,
                               {.passed = rules::passed_tiers(track.states),
                                .logged = store::study_days(store, track.id)});
  const bool same = changes_nothing(request, laid, track);
  ChangedPlan changed{track, {}, same};
  auto& after = changed.after;
  after.plan = std::move(laid);
  after.shape = std::move(request.shape);
  after.frame = std::move(request.frame);
  after.modules = std::move(request.modules);
  warn(after, store, today);
  warn_of_gate(after, store, today);
  changed.values = plan_values(store, after, today);
  return changed;
}

void save(store::Store& store, const ChangedPlan& changed, calendar::Instant clock) {
  const auto& after = changed.after;
  store::save_shape(store, after.id, after.shape, after.modules);
  store::save_frame(store, after.id, after.frame);
  store::save_plan(store, after.id, after.plan, curriculum::artefact_titles(after.curriculum),
                   clock);
}

plan::Situation situation_of(const LoadedTrack& track, const store::Store& store,
                             calendar::Date today) {
  return {.curriculum = track.curriculum,
          .shape = track.shape,
          .frame = track.frame,
          .plan = track.plan,
          .logged = store::study_days(store, track.id),
          .passed = rules::passed_tiers(track.states),
          .repeats = {},
          .today = today,
          .studied_today = store::minutes_on(store, track.id, today).total()};
}

plan::Situation situation_with_repeats(const LoadedTrack& track, const store::Store& store,
                                       calendar::Date today) {
  auto situation = situation_of(track, store, today);
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  if (tier == nullptr) return situation;
  const auto gate = check_gate(store, track, tier, today);
  const auto progress = plan::progress(track.plan, situation.logged, today);
  situation.repeats = insight::weeks_to_repeat(track.plan, progress, gate, tier->id, today);
  situation.needless = insight::needless_repeats(track.plan, gate, tier->id, today);
  const bool planned = track.shape.gate_weeks.contains(tier->id);
  const plan::CurrentWeeks weeks(track.plan, situation.logged);
  if (gate.ready || (!planned && !weeks.on(today, tier->id).all_studied)) return situation;
  const auto estimate = estimate_gate(store, track, gate, today);
  auto minutes = estimate.minutes;
  for (const auto& week : situation.repeats)
    minutes -= curriculum::find_week(track.curriculum, week.text()).minutes.total();
  for (std::size_t i = 0; i < track.plan.weeks.size(); ++i)
    if (const auto& load = track.plan.weeks[i].load;
        load.tier == tier->id && load.repeat && !is_needless(load, situation))
      minutes -= plan::remaining(load.minutes, progress[i].done).total();
  situation.gate = {tier->id, std::max(minutes, plan::Minutes{0}), estimate.least_days};
  situation.gate_in_words = insight::in_words(estimate);
  return situation;
}

std::optional<calendar::Days> unplanned_gate(const LoadedTrack& track, const store::Store& store,
                                             calendar::Date today) {
  const auto situation = situation_with_repeats(track, store, today);
  if (!situation.gate) return std::nullopt;
  if (plan::has_gate_week_ahead(track.plan, situation.gate->tier, today)) return std::nullopt;
  try {
    const auto again = plan::option(situation, plan::Strategy::extend, std::nullopt);
    return again.plan.finish() - track.plan.finish();
  } catch (const plan::Error&) {
    return std::nullopt;  // no day is left for it; replan says so
  }
}

void warn_of_gate(LoadedTrack& track, const store::Store& store, calendar::Date today) {
  const auto days = unplanned_gate(track, store, today);
  if (!days || days->count() <= 0) return;
  track.plan.warnings.push_back(
      {"gate-shut",
       fmt::format("the gate of {} is shut, and no time is planned for what it lacks, which moves "
                   "the finish by {}: gradus replan gives it some",
                   rules::open_tier(track.curriculum, track.states)->title,
                   text::counted(days->count(), "day"))});
}

}  // namespace gradus::track
