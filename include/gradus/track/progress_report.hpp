#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>

namespace gradus::track {

enum class Audience { others, learner };

// How far the learner has come by that day. For the learner alone it also has what is private.
// `tier`: only of the tier with that id; throws curriculum::Error, with the nearest, for any other.
[[nodiscard]] insight::ProgressReport read_progress_report(
    const store::Store& store, const LoadedTrack& track, calendar::Date today,
    Audience audience = Audience::others, const std::optional<std::string>& tier = std::nullopt);

}  // namespace gradus::track
