#include "gradus/track/gate.hpp"

#include "gradus/insight/gate_forecast.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/gate_weeks.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/change_plan.hpp"
#include "gradus/track/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

using curriculum::Tier;

void add_short_ids(insight::ExplainedGate& gate, const store::Store& store,
                   const rules::Explanation& explanation) {
  const auto add = [&](const journal::Entry& entry) {
    gate.short_ids.try_emplace(entry.id, store::short_id(store, entry.id));
  };
  for (const auto& entry : explanation.counted.first) add(entry);
  for (const auto& miss : explanation.near_misses.nearest) add(miss.entry);
  for (const auto& part : explanation.parts) add_short_ids(gate, store, part);
}

rules::Gate gate_of(const LoadedTrack& track, const Tier* tier, const rules::AsOf& as_of) {
  std::vector<curriculum::TierId> tiers;
  tiers.reserve(track.curriculum.tiers.size());
  for (const auto& each : track.curriculum.tiers) tiers.push_back(each.id);
  return {.tier = tier == nullptr ? std::nullopt : std::optional(tier->id),
          .as_of = as_of,
          .pace_from = insight::pace_from(as_of.today, track.frame.start),
          .others = std::move(tiers)};
}

// The tier whose gate the id names; nullptr for the finish check.
const Tier* find_gate(const insight::Track& track, const std::string& id) {
  if (id.empty()) return rules::open_tier(track.curriculum, track.states);
  const auto named = std::ranges::find(track.curriculum.tiers, id,
                                       [](const Tier& tier) { return tier.id.text(); });
  if (named == track.curriculum.tiers.end() && id == rules::finish_gate) return nullptr;
  return &curriculum::find_tier(track.curriculum, id);
}

// Throws rules::Error unless the tier is the open one.
const Tier& find_tier_to_pass(const insight::Track& track, const std::string& id) {
  const auto* open = rules::open_tier(track.curriculum, track.states);
  const auto* wanted = id.empty() ? open : &curriculum::find_tier_in_force(track.curriculum, id);
  if (wanted == nullptr)
    throw rules::Error(
        "every tier is already passed; there is nothing left to unlock",
        "gradus ready shows the finish check; gradus report shows all your progress");
  if (wanted == open) return *wanted;
  if (rules::state_of(track.states, wanted->id) == rules::TierState::passed)
    throw rules::Error(fmt::format("{} is already passed; nothing was changed", wanted->id.text()),
                       "gradus unlock passes the open tier");
  throw rules::Error(
      fmt::format("{} is locked: {} comes first", wanted->id.text(), open->id.text()),
      fmt::format("gradus ready {} shows what is missing", open->id.text()));
}

insight::RememberedGate remembered(rules::PassedGate gate, const store::Store& store) {
  insight::ShortIds ids;
  for (const auto& criterion : gate.verdict.criteria)
    for (const auto& entry : criterion.evidence.newest)
      ids.try_emplace(entry.id, store::short_id(store, entry.id));
  return {std::move(gate), std::move(ids)};
}

// Time for what the gate lacked is of no use once it is passed, nor any once the last one is.
void drop_what_is_passed(store::Store& store, const LoadedTrack& track,
                         const curriculum::TierId& tier, bool last, calendar::Date today,
                         calendar::Instant clock) {
  auto kept = plan::without_what_is_passed(track.shape, track.plan, tier, last, today);
  const auto plan = plan::assemble(track.frame, plan::arrange(track.curriculum, kept.shape),
                                   std::move(kept.dates), track.plan.baseline_finish);
  store::save_shape(store, track.id, kept.shape, track.modules);
  store::save_plan(store, track.id, plan, curriculum::artefact_titles(track.curriculum), clock);
}

// Tiers are passed one after another, so their days must be in order.
void check_passing_day(const store::Store& store, const LoadedTrack& track, calendar::Date day) {
  for (const auto& passing : store::passings(store, track.id)) {
    if (passing.on <= day) continue;
    throw Error(
        fmt::format("{} was passed on {}, after {}", passing.tier.text(), passing.on.iso(),
                    day.iso()),
        fmt::format("use that day or a later one: gradus unlock --on {}", passing.on.iso()));
  }
}

// The last day that the plan gives a tier, or all of them; a tier without weeks has all.
calendar::Date planned_end(const plan::Plan& plan, const Tier* tier) {
  auto end = plan.finish();
  for (const auto& span : plan.tiers())
    if (tier != nullptr && span.tier == tier->id) end = span.to;
  return end;
}

}  // namespace

rules::Verdict check_gate(const store::Store& store, const LoadedTrack& track, const Tier* tier,
                          const rules::AsOf& day) {
  const store::StoredFacts facts{store, track.id};
  const auto& curriculum = track.curriculum;
  auto as_of = day;
  as_of.due = planned_end(track.plan, tier);
  if (tier == nullptr)
    return rules::check_finish(curriculum, plan::compression_at_finish(curriculum, track.shape),
                               as_of, facts, track.waivers);
  return rules::check_tier(*tier, rules::state_of(track.states, tier->id),
                           plan::compression_of(curriculum, track.shape, tier->id), as_of, facts,
                           track.waivers);
}

rules::Verdict check_gate_at_hand(const store::Store& store, const LoadedTrack& track,
                                  calendar::Date today) {
  return check_gate(store, track, rules::open_tier(track.curriculum, track.states), today);
}

std::optional<rules::PassedGate> passed_gate(const store::Store& store, const LoadedTrack& track,
                                             const Tier& tier) {
  const auto passings = store::passings(store, track.id);
  const auto passing = std::ranges::find(passings, tier.id, &store::Passing::tier);
  if (passing == passings.end()) return std::nullopt;
  const auto& verdict = passing->verdict;
  if (!verdict)
    throw store::Error(
        fmt::format("the store is damaged: the verdict on which {} was passed can't be read",
                    tier.id.text()),
        "gradus doctor checks the whole store; gradus restore replaces it with a backup");
  auto lapsed =
      rules::lapsed(*verdict, check_gate(store, track, &tier, {passing->on, passing->on}));
  return rules::PassedGate{passing->on, *verdict, std::move(lapsed)};
}

insight::ExplainedGate explain_gate(const store::Store& store, const LoadedTrack& track,
                                    const Tier* tier, const rules::AsOf& as_of,
                                    std::vector<std::pair<calendar::Date, calendar::Date>> spans) {
  auto gate = gate_of(track, tier, as_of);
  gate.spans = std::move(spans);
  auto verdict = check_gate(store, track, tier, as_of);
  auto criteria = rules::explain(gate, verdict, store::StoredFacts{store, track.id});
  std::optional<insight::GateForecast> opening;
  if (verdict.state == rules::TierState::open)
    opening = insight::gate_forecast(verdict, criteria, as_of.today, gate.pace_from);
  insight::ExplainedGate explained{
      std::move(verdict), std::move(criteria), std::move(opening), std::nullopt, {}};
  for (const auto& criterion : explained.criteria) add_short_ids(explained, store, criterion);
  return explained;
}

insight::GateEstimate estimate_gate(const store::Store& store, const LoadedTrack& track,
                                    const rules::Verdict& gate, calendar::Date today) {
  std::vector<curriculum::ProblemTarget> open;
  for (const auto& week : plan_values(store, track, today).weeks) {
    if (week.week.load.tier.text() != gate.tier) continue;
    std::ranges::move(insight::unsolved(week), std::back_inserter(open));
  }
  return insight::gate_estimate(gate, insight::solving_times(store::solving_times(store, track.id)),
                                open);
}

Readiness readiness(const store::Store& store, const LoadedTrack& track, const std::string& tier_id,
                    bool explain, calendar::Date today) {
  const auto* tier = find_gate(track, tier_id);
  auto passed = tier == nullptr ? std::nullopt : passed_gate(store, track, *tier);
  if (tier != nullptr && !passed)
    (void)curriculum::find_tier_in_force(track.curriculum, tier->id.text());
  if (explain) {
    const auto as_of = passed ? rules::AsOf{passed->on, passed->on} : rules::AsOf{today};
    auto explained = explain_gate(store, track, tier, as_of);
    if (passed) explained.passed_on = passed->on;
    return explained;
  }
  if (passed) return remembered(*std::move(passed), store);
  return check_gate(store, track, tier, today);
}

Passage find_passage(const store::Store& store, const LoadedTrack& track,
                     const std::string& tier_id, std::optional<calendar::Date> on,
                     calendar::Date today) {
  const auto& tier = find_tier_to_pass(track, tier_id);
  const auto day = on.value_or(today);
  check_passing_day(store, track, day);
  auto gate = explain_gate(store, track, &tier, on ? rules::AsOf{day, day} : rules::AsOf{day});
  const bool refused = !gate.verdict.ready && track.gate == rules::GateMode::block;
  return {tier, day, std::move(gate), refused};
}

calendar::Days replan_gains(const store::Store& store, const LoadedTrack& track,
                            calendar::Date today) {
  const auto option = plan::option(situation_of(track, store, today), plan::Strategy::extend, {});
  return std::max(track.plan.finish() - option.plan.finish(), calendar::Days{0});
}

Passed pass(store::Store& store, const LoadedTrack& track, const Passage& passage,
            calendar::Date today, calendar::Instant clock) {
  const auto& tier = passage.tier;
  const auto* next = rules::next_tier(track.curriculum, track.states, tier.id);
  std::optional<curriculum::TierId> opened;
  if (next != nullptr) opened = next->id;
  auto verdict = rules::with_evidence(passage.gate.verdict, passage.gate.criteria);
  verdict.state = rules::TierState::passed;
  const auto values = plan_values(store, track, today);
  const auto done =
      std::ranges::find(values.tiers, tier.id, [](const auto& each) { return each.span.tier; });
  store::pass_tier(store, track.id, tier.id, passage.on, verdict, opened);
  drop_what_is_passed(store, track, tier.id, next == nullptr, today, clock);

  const auto first = std::ranges::find_if(track.plan.weeks, [&](const plan::PlanWeek& week) {
    return next != nullptr && week.load.tier == next->id;
  });
  return {std::move(verdict), next,
          done == values.tiers.end() ? std::nullopt : std::optional(*done),
          first == track.plan.weeks.end() ? nullptr : &*first};
}

}  // namespace gradus::track
