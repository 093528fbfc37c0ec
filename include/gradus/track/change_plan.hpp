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

// The track that a planning command asks for.
struct PlanRequest {
  plan::Shape shape;
  plan::Frame frame;
  std::vector<store::StoredModule> modules;
  // Set by a re-plan; otherwise what was planned from today on is laid out again.
  std::optional<plan::Plan> plan{};
};

// A request that changes nothing.
[[nodiscard]] PlanRequest request_of(const LoadedTrack& track);
// The tier in that many weeks. Throws rules::Error for a tier that is passed or whose weeks
// are all studied, plan::Error when a rule forbids it.
[[nodiscard]] PlanRequest compressed(const LoadedTrack& track, const store::Store& store,
                                     const std::string& tier_id, int weeks, calendar::Date today);
[[nodiscard]] PlanRequest stretched(const LoadedTrack& track, const store::Store& store,
                                    const std::string& tier_id, int weeks, calendar::Date today);
// For one of the options of a re-plan.
[[nodiscard]] PlanRequest request_of(const LoadedTrack& track, plan::Option chosen);

// Throws plan::Error for a break that overlaps another.
[[nodiscard]] PlanRequest with_break(const LoadedTrack& track, const plan::Break& added);
// Throws Error when no break begins on that day.
[[nodiscard]] PlanRequest without_break(const LoadedTrack& track, calendar::Date from);

// A track with its plan laid out for a request. Nothing is stored yet.
struct ChangedPlan {
  LoadedTrack after;
  insight::PlanValues values;  // of `after`
  bool same;                   // the request changed nothing
};
[[nodiscard]] ChangedPlan change_plan(const LoadedTrack& track, PlanRequest request,
                                      const store::Store& store, calendar::Date today);
// `clock`: the real time.
void save(store::Store& store, const ChangedPlan& changed, calendar::Instant clock);

// The plan and how far it has been followed, for a re-plan, without weeks to repeat. Holds
// references to the track.
[[nodiscard]] plan::Situation situation_of(const LoadedTrack& track, const store::Store& store,
                                           calendar::Date today);
// With the weeks that the open tier's unmet criteria ask to repeat, once its time is over.
[[nodiscard]] plan::Situation situation_with_repeats(const LoadedTrack& track,
                                                     const store::Store& store,
                                                     calendar::Date today);

// While the open tier's gate is shut and no gate week is ahead: by how many days a re-plan would
// move the finish.
[[nodiscard]] std::optional<calendar::Days> unplanned_gate(const LoadedTrack& track,
                                                           const store::Store& store,
                                                           calendar::Date today);
// Adds the warning `gate-shut` if there are any such days.
void warn_of_gate(LoadedTrack& track, const store::Store& store, calendar::Date today);

}  // namespace gradus::track
