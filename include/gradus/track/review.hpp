#pragma once

#include "gradus/insight/review_list.hpp"
#include "gradus/insight/today.hpp"
#include "gradus/recall/memory.hpp"
#include "gradus/track/record.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>

namespace gradus::track {

// Where neither the learner nor the plan says how long a day's reviews may take.
inline constexpr calendar::Minutes usual_review{30};
// The time that the day has for reviews: that of its review blocks, else the usual one.
[[nodiscard]] insight::ReviewTime review_time(const store::Store& store, const LoadedTrack& track,
                                              const insight::Today& day);

struct ReviewRequest {
  insight::ReviewTime time{usual_review};
  std::optional<calendar::Date> until{};  // choose what helps most on that day
  recall::Retention retention{};
};
// Throws Error for a target day that is over.
[[nodiscard]] insight::ReviewList review_list(const store::Store& store, const LoadedTrack& track,
                                              calendar::Date today, const ReviewRequest& request);

// What is left to review on the day, as far as it has room for it; nothing on a break.
[[nodiscard]] insight::ReviewBlock review_block(const store::Store& store, const LoadedTrack& track,
                                                const insight::Today& day,
                                                const recall::Retention& retention);

// What a word names that can be reviewed: a problem by the id of a solution, or its beginning; a
// drill by its id, or that of an entry. Throws Error, and store::NotFound, for anything else.
struct Reviewable {
  std::string item;  // as a review entry names it
  curriculum::ReviewOf of;
  std::string title;
};
[[nodiscard]] Reviewable find_reviewable(const store::Store& store, const LoadedTrack& track,
                                         const std::string& word);

// A grade that was recorded, and when its item comes up again.
struct ReviewRecorded {
  Recorded entry;
  insight::ReviewItem item;
  // The day's first grade is another, and that one counts.
  bool counted_before = false;
};
// Records what `wanted` says, a review of the item. The caller commits.
[[nodiscard]] ReviewRecorded record_review(store::Store& store, const LoadedTrack& track,
                                           const NewEntry& wanted, const Reviewable& item,
                                           calendar::Date today, calendar::Instant clock,
                                           const recall::Retention& retention);

// How a drill comes up for review; nullopt where nothing of it is recorded.
[[nodiscard]] std::optional<insight::ReviewItem> drill_to_review(
    const store::Store& store, const LoadedTrack& track, const std::string& drill,
    calendar::Date today, const recall::Retention& retention);

}  // namespace gradus::track
