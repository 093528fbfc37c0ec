#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/track/track.hpp"

#include "cli/recording.hpp"

#include <string>

namespace gradus::cli {

// Records a drill that was done, and says how it went and when it comes back.
ExitCode keep_drill(const journal::Drill& what, const std::string& verdict,
                    const Recording& recording, store::Store& store,
                    const track::LoadedTrack& track, Session& session);

}  // namespace gradus::cli
