#pragma once

#include "gradus/insight/today.hpp"
#include "gradus/track/track.hpp"

#include <optional>

namespace gradus::track {

// The state of the track on a day. Throws store::Error.
[[nodiscard]] insight::Today read_day(
    const store::Store& store, const LoadedTrack& track, calendar::Date day,
    const std::optional<journal::RunningTimer>& timer = std::nullopt);
// The same with what a shut gate moves, which takes a plan.
[[nodiscard]] insight::Today read_today(
    const store::Store& store, const LoadedTrack& track, calendar::Date today,
    const std::optional<journal::RunningTimer>& timer = std::nullopt);

}  // namespace gradus::track
