#pragma once

#include "gradus/calendar/instant.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/plan/events.hpp"
#include "gradus/plan/first_dates.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/plan/shape.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::store {

// Saves the plan that `init` made, also as the baseline.
void save_first_plan(Store& store, TrackId track, const plan::Plan& plan,
                     const curriculum::ArtefactTitles& titles, calendar::Instant clock);
// Saves the plan's next revision; `clock` is the real time. Calendar events that are no longer in
// the plan are kept as cancelled.
void save_plan(Store& store, TrackId track, const plan::Plan& plan,
               const curriculum::ArtefactTitles& titles, calendar::Instant clock);
[[nodiscard]] std::vector<plan::WeekDates> load_plan(const Store& store, TrackId track);
// The keys of its weeks, in order.
[[nodiscard]] std::vector<std::string> planned_weeks(const Store& store, TrackId track);
// The first and the last day of each week of the first plan, by its key.
[[nodiscard]] plan::FirstDates baseline_dates(const Store& store, TrackId track);
[[nodiscard]] calendar::Date baseline_finish(const Store& store, TrackId track);
// The track's calendar events, and those of tracks that are no more, as they are on that day.
[[nodiscard]] plan::Events load_events(const Store& store, TrackId track, calendar::Date today);
// Keeps what else decides how events are told: the time zone, and which of them wait for a locked
// tier. Those that are told otherwise by it than when it was last kept get the next revision. The
// history does not record this.
void keep_zone(Store& store, const calendar::OffsetOf& offset_of, calendar::Instant clock);
void keep_waiting(Store& store, calendar::Date today, calendar::Instant clock);
// What an export tells now, if it differs from what is kept: above all revisions so far, and below
// that of the next change.
[[nodiscard]] int next_revision(const Store& store, calendar::Instant clock);

// The learner's choices that shape the plan.
void save_frame(Store& store, TrackId track, const plan::Frame& frame);
[[nodiscard]] std::vector<plan::Break> load_breaks(const Store& store, TrackId track);

// A module as it was when it was added.
struct StoredModule {
  curriculum::ModuleId id;
  std::string text;                          // the file
  std::optional<curriculum::WeekId> home{};  // if its own home weeks were over by then
};
// `modules`: the shape's modules, with their texts.
void save_shape(Store& store, TrackId track, const plan::Shape& shape,
                const std::vector<StoredModule>& modules);
// The shape, without its modules.
[[nodiscard]] plan::Shape load_shape(const Store& store, TrackId track);
[[nodiscard]] std::vector<StoredModule> load_modules(const Store& store, TrackId track);

}  // namespace gradus::store
