#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>

namespace gradus::track {

// How a learner wants to study a curriculum.
struct Wishes {
  std::optional<std::string> name{};      // nullopt: the curriculum's id
  std::optional<std::string> stack{};     // nullopt: the curriculum's first, if it has any
  std::optional<calendar::Date> start{};  // nullopt: the next Monday
  std::optional<calendar::Availability> available{};  // nullopt: the curriculum's, or 7 hours
  plan::Fit fit = plan::Fit::weekly;
  std::optional<int> beginner{};              // weeks for the foundations; nullopt: without them
  std::optional<calendar::Date> finish_by{};  // with as many hours a week as needed
  std::optional<int> weeks{};                 // the same, by so many weeks from the start on
};

// A track ready to be started, with its first plan.
struct NewRun {
  store::NewTrack described;
  insight::Track track;
  plan::Shape shape;
};

// Throws curriculum::Error for a file with errors or an unknown stack, plan::Error for a plan that
// can't be laid out, journal::Error for an invalid name.
[[nodiscard]] NewRun plan_run(const CurriculumText& file, const Wishes& wishes,
                              calendar::Date today);

// Makes it the store's current track. `uid`: a random UUID; `clock`: the real time. Throws
// rules::Error when a track of that name exists.
void start(store::Store& store, NewRun& run, const std::string& uid, calendar::Date today,
           calendar::Instant clock);
// Throws and warns as start does, but stores nothing.
void rehearse_start(const store::Store& store, NewRun& run, calendar::Date today);

}  // namespace gradus::track
