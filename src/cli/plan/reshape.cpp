#include "gradus/plan/shape.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/entries.hpp"

#include "cli/option_values.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

constexpr long most_weeks = 1000;

// The tier to take faster or slower. Throws rules::Error for one that is passed.
const curriculum::Tier& unpassed_tier(const std::string& id, const insight::Track& track) {
  const auto& tier = curriculum::find_tier_in_force(track.curriculum, id);
  if (rules::state_of(track.states, tier.id) == rules::TierState::passed)
    throw rules::Error(fmt::format("{} is passed: its weeks lie behind you", id),
                       "gradus plan shows the tiers that are left");
  return tier;
}

calendar::Date first_week_ends(const insight::Track& track, const curriculum::Tier& tier) {
  const auto first = std::ranges::find_if(
      track.plan.weeks, [&](const plan::PlanWeek& week) { return week.load.tier == tier.id; });
  return first == track.plan.weeks.end() ? track.plan.finish() : first->dates.to;
}

}  // namespace

ExitCode run(const CompressTier& request, Session& session) {
  const auto weeks = static_cast<int>(read_number("--to", request.to, 1, most_weeks));
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const auto& tier = unpassed_tier(request.tier, open.track);
  const store::StoredFacts facts{store, open.id};
  const auto placed = rules::check_placement(tier, first_week_ends(open.track, tier), facts);
  auto change = change_of(open, fmt::format("plan compress {} --to {}", request.tier, weeks));
  change.shape = plan::compress(std::move(change.shape), tier, weeks, {placed.met, placed.total});
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const StretchTier& request, Session& session) {
  const auto weeks = static_cast<int>(read_number("--to", request.to, 1, most_weeks));
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  const auto& tier = unpassed_tier(request.tier, open.track);
  auto change = change_of(open, fmt::format("plan stretch {} --to {}", request.tier, weeks));
  const int saved = plan::weeks_saved(open.track.curriculum, open.shape);
  change.shape = plan::stretch(std::move(change.shape), tier, weeks, saved);
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const SetAvailability& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  auto change = change_of(open, "plan available " + request.spec);
  change.frame.available = calendar::Availability::parse(request.spec);
  change.frame.fit = request.fit.value_or(change.frame.fit);
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

}  // namespace gradus::cli
