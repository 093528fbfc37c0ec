#pragma once

#include "gradus/insight/standing.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// The session's track, with all that follows from what is stored of it.
struct OpenTrack {
  store::TrackId id;
  std::string salt;  // see store::Track
  insight::Track track;
  plan::Shape shape;
  plan::Frame frame;
  std::vector<store::StoredModule> modules;  // those of the shape, with their files
  rules::GateMode gate;
  rules::Waivers waivers;
};

// Throws store::NotFound when there is no such track.
[[nodiscard]] OpenTrack open_track(const store::Store& store, const Session& session);

// A curriculum as a track studies it: with its stack's weeks and the foundations in front.
[[nodiscard]] curriculum::Curriculum tailored(curriculum::Curriculum curriculum,
                                              const std::optional<curriculum::StackId>& stack,
                                              bool beginner);

// A module of the plan, in the week it went into.
[[nodiscard]] curriculum::Module planned_module(const store::StoredModule& stored);

[[nodiscard]] insight::Record read_record(const store::Store& store, store::TrackId track,
                                          calendar::Date today);

// The verdict on a tier, or on the finish without one.
[[nodiscard]] rules::Verdict check_gate(const store::Store& store, const OpenTrack& open,
                                        const curriculum::Tier* tier, const rules::AsOf& as_of);

// How a passed tier stood then, and what of it would no longer be met; nothing for another. The
// journal is asked as of the day it was passed, so that neither time nor later entries take away.
// Throws store::Error for a stored verdict that can't be read.
[[nodiscard]] std::optional<rules::PassedGate> passed_gate(const store::Store& store,
                                                           const OpenTrack& open,
                                                           const curriculum::Tier& tier);

// Adds to the plan's warnings what the store's other tracks ask of the same days.
void warn_of_other_tracks(plan::Plan& plan, const std::string& track,
                          const calendar::Availability& available, const store::Store& store,
                          calendar::Date today);

// The plan week that the open tier has reached: the last of all once every tier is passed.
[[nodiscard]] const plan::PlanWeek& current_week(const insight::Track& track,
                                                 const journal::MinutesByWeek& logged,
                                                 calendar::Date today);

}  // namespace gradus::cli
