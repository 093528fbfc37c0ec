#pragma once

#include "gradus/plan/layout.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// What a planning command wants a track to be.
struct PlanRequest {
  plan::Shape shape;
  plan::Frame frame;
  std::vector<store::StoredModule> modules;
  // Already laid, by a re-plan; otherwise what was planned from today on is laid again.
  std::optional<plan::Plan> plan{};
};

// One that keeps what the track has.
[[nodiscard]] PlanRequest request_of(const LoadedTrack& track);
// The tier in so many weeks. Throws rules::Error for a tier that is passed, plan::Error for a rule
// that refuses.
[[nodiscard]] PlanRequest compressed(const LoadedTrack& track, const store::Store& store,
                                     const std::string& tier_id, int weeks);
[[nodiscard]] PlanRequest stretched(const LoadedTrack& track, const std::string& tier_id,
                                    int weeks);
// One of the options of a re-plan.
[[nodiscard]] PlanRequest request_of(const LoadedTrack& track, plan::Option chosen);

// Throws plan::Error for a break that overlaps another.
[[nodiscard]] PlanRequest with_break(const LoadedTrack& track, const plan::Break& added);
// Throws Error when no break begins on that day.
[[nodiscard]] PlanRequest without_break(const LoadedTrack& track, calendar::Date from);

// A track whose plan was laid by a request. Nothing is stored yet.
struct ChangedPlan {
  plan::Plan before;
  LoadedTrack after;
  insight::PlanValues values;  // of `after`
  bool same;                   // it was like that already
};
[[nodiscard]] ChangedPlan change_plan(const LoadedTrack& track, PlanRequest request,
                                      const store::Store& store, calendar::Date today);
// `clock`: the real one.
void save(store::Store& store, const ChangedPlan& changed, calendar::Instant clock);

// What has become of the plan, for a re-plan; without weeks to do again. Refers to the track.
[[nodiscard]] plan::Situation situation_of(const LoadedTrack& track, const store::Store& store,
                                           calendar::Date today);
// With the weeks that the open tier's unmet criteria ask to do again, once its time is over.
[[nodiscard]] plan::Situation situation_with_repeats(const LoadedTrack& track,
                                                     const store::Store& store,
                                                     calendar::Date today);

}  // namespace gradus::track
