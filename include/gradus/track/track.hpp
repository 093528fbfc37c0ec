#pragma once

#include "gradus/insight/today.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// A curriculum file.
struct CurriculumText {
  std::string name;  // for messages: the path, or "de-roadmap (built in)"
  std::string text;
};

// A track with everything derived from its stored rows: what insight needs, and what its plan and
// gates are made from.
struct LoadedTrack : insight::Track {
  store::TrackId id;
  std::string salt;  // see store::Track
  plan::Shape shape;
  std::vector<store::StoredModule> modules;  // those of the shape, with their files
  rules::GateMode gate;
  rules::Waivers waivers;
};

// The track of that name, or the current track without a name. Throws store::NotFound when there is
// no such track.
[[nodiscard]] LoadedTrack load(const store::Store& store, const std::optional<std::string>& name);

// A curriculum as a track studies it: with its stack's weeks, and the foundations first.
[[nodiscard]] curriculum::Curriculum tailored(curriculum::Curriculum curriculum,
                                              const std::optional<curriculum::StackId>& stack,
                                              bool beginner);
// The curriculum of a stored track.
[[nodiscard]] curriculum::Curriculum load_curriculum(const store::Track& stored);

// A module of the plan, in the week it was put into.
[[nodiscard]] curriculum::Module planned_module(const store::StoredModule& stored);

// What was studied for each week by day, read as far as the plan asks for it (plan::minutes_asked).
[[nodiscard]] journal::StudyDays study_asked(const store::Store& store, const LoadedTrack& track);

// The sums over the track's journal.
[[nodiscard]] insight::Record read_record(const store::Store& store, const LoadedTrack& track);

// The sums over its plan, compared with those over its journal.
[[nodiscard]] insight::PlanValues plan_values(const store::Store& store, const LoadedTrack& track,
                                              calendar::Date today);

// The plan week with that number, or the first that carries the week with that id. Throws Error
// with the nearest ids.
[[nodiscard]] const plan::PlanWeek& find_plan_week(const plan::Plan& plan,
                                                   const std::string& id_or_number);

// The curriculum week with that id, or the first that the plan week with that number carries.
// Throws Error with the nearest ids.
[[nodiscard]] curriculum::WeekId named_week(const insight::Track& track,
                                            const std::string& id_or_number);
[[nodiscard]] bool is_locked(const curriculum::TierId& tier, const insight::Track& track);

// Gives the plan its warnings: by the curriculum's limits, and of the store's other tracks.
void warn(insight::Track& track, const store::Store& store, calendar::Date today);

}  // namespace gradus::track
