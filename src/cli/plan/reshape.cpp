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
  const auto& tier = curriculum::find_tier(open.track.curriculum, request.tier);
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
  const auto& tier = curriculum::find_tier(open.track.curriculum, request.tier);
  auto change = change_of(open, fmt::format("plan stretch {} --to {}", request.tier, weeks));
  change.shape = plan::stretch(std::move(change.shape), tier, weeks);
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const SetAvailability& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  auto change = change_of(open, "plan available " + request.spec);
  change.frame.available = calendar::Availability::parse(request.spec);
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

}  // namespace gradus::cli
