#include "cli/track.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/store/entries.hpp"

#include <fmt/format.h>

namespace gradus::cli {

OpenTrack open_track(const store::Store& store, const Session& session) {
  const store::Track stored = store::find_track(store, session.track);
  auto curriculum = curriculum::load_or_throw(stored.curriculum_text,
                                              fmt::format("the curriculum of {}", stored.name));
  if (stored.stack) curriculum = curriculum::with_stack(std::move(curriculum), *stored.stack);

  auto dates = store::load_plan(store, stored.id);
  auto warnings =
      plan::warnings(dates, {stored.start, stored.available, stored.fit}, curriculum.limits);
  auto plan = plan::join(plan::arrange(curriculum), std::move(dates),
                         store::baseline_finish(store, stored.id), std::move(warnings));
  return {stored.id,
          {.name = stored.name,
           .curriculum = std::move(curriculum),
           .stack = stored.stack,
           .plan = std::move(plan),
           .states = store::tier_states(store, stored.id)}};
}

insight::Record read_record(const store::Store& store, store::TrackId track) {
  return {.minutes_by_week = store::minutes_by_week(store, track),
          .problems = store::problem_counts(store, track),
          .delivered = store::delivered(store, track)};
}

rules::Verdict check_gate(const store::Store& store, const OpenTrack& open,
                          const curriculum::Tier* tier, calendar::Date today) {
  const store::StoredFacts facts{store, open.id};
  const auto standing = curriculum::Standing::regular;
  if (tier == nullptr) return rules::check_finish(open.track.curriculum, standing, today, facts);
  return rules::check_tier(*tier, open.track.states.at(tier->id), standing, today, facts);
}

const plan::PlanWeek& current_week(const insight::Track& track,
                                   const journal::MinutesByWeek& logged, calendar::Date today) {
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  if (tier == nullptr) return track.plan.weeks.back();
  const auto progress = plan::progress(track.plan, logged, today);
  return track.plan.weeks[plan::current_week(track.plan, progress, tier->id)];
}

}  // namespace gradus::cli
