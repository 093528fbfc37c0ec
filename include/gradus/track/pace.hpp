#pragma once

#include "gradus/insight/forecast.hpp"
#include "gradus/insight/pace.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <vector>

namespace gradus::track {

// How the learner is doing against the plan, by all of the journal or what is in it since a day.
[[nodiscard]] insight::Pace read_pace(const store::Store& store, const LoadedTrack& track,
                                      calendar::Date today,
                                      std::optional<calendar::Date> since = std::nullopt);

// The part of it that is about topics: weak ones first.
[[nodiscard]] std::vector<insight::TopicPace> topic_paces(const store::Store& store,
                                                          const LoadedTrack& track,
                                                          calendar::Date today);

// When the gates open and the hours are done, at the pace of the weeks behind.
[[nodiscard]] insight::Forecast read_forecast(const store::Store& store, const LoadedTrack& track,
                                              calendar::Date today);

}  // namespace gradus::track
